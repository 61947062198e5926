import { getApi, type AnyRecord, type ListParams, type ListSource, type PageOf } from '@innoerp/sdk/ui'

/** A list of the server that is paged by number; `next` is the number of rows to skip. `translate` changes what the page asks for. */
export const byNumber = <T extends AnyRecord>(path: string, translate: (params: ListParams) => ListParams = (params) => params): ListSource<T> => ({
  path,
  list: async (params = {}, options = {}) => {
    const { after, ...rest } = params
    const skip = Number(after ?? 0)
    const page = await getApi().get<PageOf<T>>(path, { ...options, query: { ...translate(rest), skip } })
    const isFull = page.items.length > 0 && page.items.length === params.limit
    return { ...page, next: isFull ? String(skip + page.items.length) : null }
  },
})
