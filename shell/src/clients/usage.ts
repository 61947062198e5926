import { getApi, type AnyRecord, type ListSource, type PageOf, type ReadOptions } from '@innoerp/sdk/ui'
import { tenants } from './tenant'

const USAGE = '/api/v1/modules/usage'

/** What an organization used of a module. */
export interface Usage extends AnyRecord {
  organization_id: string
  module_id: string
  requests: number
  errors: number
  /** Milliseconds. */
  p50_ms: number
  p99_ms: number
  jobs: number
  /** In units of 1,048,576 bytes, as its limit. */
  storage_mb: number
  /** Null: no limit. */
  storage_limit_mb: number | null
}

/** Figures of the last 24 hours by organization and module. */
export const usage: ListSource<Usage> = {
  path: USAGE,
  list: async (query = {}, options = {}) => {
    const page = await getApi().get<PageOf<Omit<Usage, 'id'>>>(USAGE, { ...options, query })
    return { ...page, items: page.items.map((row) => ({ ...row, id: `${row.organization_id}/${row.module_id}` }) as Usage) }
  },
}

/** Figures with the names of the organizations. */
export interface NamedUsage extends Usage {
  organization_name: string
}

/** As many tenants as are asked for their names at once. */
const MOST = 200

async function namesOf(options: ReadOptions): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  let after: string | null | undefined
  do {
    const page = await tenants.list({ limit: MOST, total: false, ...(after && { after }) }, options)
    for (const { id, name } of page.items) names.set(id, name)
    after = page.next
  } while (after)
  return names
}

export const namedUsage: ListSource<NamedUsage> = {
  path: USAGE,
  list: async (query, options = {}) => {
    const [page, names] = await Promise.all([usage.list(query, options), namesOf(options)])
    return { ...page, items: page.items.map((row): NamedUsage => ({ ...row, organization_name: names.get(row.organization_id) ?? row.organization_id })) }
  },
}
