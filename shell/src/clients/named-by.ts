import { getApi, type AnyRecord, type PageOf, type Resource } from '@innoerp/sdk/ui'

type Plain<T extends AnyRecord> = Omit<T, 'id'>

/** Records that the API names by a field of theirs, e.g. a key or a code, which is their id here. */
export function namedBy<T extends AnyRecord, New extends object>(path: string, field: keyof T & string): Resource<T, New> {
  const withId = (row: Plain<T>) => ({ ...row, id: String((row as Record<string, unknown>)[field]) }) as unknown as T
  const at = (id: string) => `${path}/${encodeURIComponent(id)}`
  return {
    path,
    list: async (query = {}, options) => {
      const page = await getApi().get<PageOf<Plain<T>>>(path, { ...options, query })
      return { ...page, items: page.items.map(withId) }
    },
    get: async (id, options) => withId(await getApi().get(at(id), options)),
    create: async (body, options) => withId(await getApi().post(path, body, options)),
    update: async (id, body, options) => withId(await getApi().patch(at(id), body, options)),
    remove: (id, options) => getApi().delete(at(id), options),
    restore: async (id, options) => withId(await getApi().post(`${at(id)}/restore`, undefined, options)),
    act: (id, name, { body, ...options } = {}) => getApi().post(`${at(id)}/${name}`, body, options),
  }
}
