import { getApi, type ListSource, type PageOf } from '@innoerp/sdk/ui'

/** What verification said of a module's package. */
export const SIGNATURES = ['signed', 'unsigned', 'modified', 'unknown_key'] as const
export type Signature = (typeof SIGNATURES)[number]

/** What every answer about a module says. */
export interface ModuleAnswer {
  module_id: string
  module_name: string
  /** Null: none that serves. */
  version: string | null
  icon: string
  color: string
}

/** An answer about a module as a record: known by `id`, its package's version apart from the number that counts a record's changes. */
export type ModuleRecord<A extends ModuleAnswer> = Omit<A, 'version'> & { id: string; module_version: A['version'] }

export function recordOf<A extends ModuleAnswer>(answer: A): ModuleRecord<A> {
  const { version, ...rest } = answer
  return { ...rest, id: answer.module_id, module_version: version }
}

/** A list of modules below one path of the API. */
export const modulesAt = <A extends ModuleAnswer>(path: string): ListSource<ModuleRecord<A>> => ({
  path,
  list: async (params = {}, options = {}) => {
    const page = await getApi().get<PageOf<A>>(path, { ...options, query: params })
    return { ...page, items: page.items.map((answer) => recordOf(answer)) }
  },
})
