import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ListParams } from '../../../contract/list.js'
import type { ApiError } from '../../api/api-error.js'
import type { AnyRecord } from '../../api/resource.js'
import type { ListSource } from './source.js'

/** The most that a list gives at once. */
const PAGE_SIZE = 200
/** Beyond this a board or a chart holds more than anyone reads; filters are for that. */
const MAX_ROWS = 1_000

async function readAll<T extends AnyRecord>(source: ListSource<T>, params: ListParams, signal: AbortSignal): Promise<readonly T[]> {
  const rows: T[] = []
  let after: string | null = null
  do {
    const page = await source.list({ ...params, limit: PAGE_SIZE, total: false, ...(after && { after }) }, { signal })
    rows.push(...page.items)
    after = page.next
  } while (after !== null && rows.length < MAX_ROWS)
  return rows
}

/** Every record of a list, at most 1,000: for boards and charts, which do not page. */
export const useAll = <T extends AnyRecord>(source: ListSource<T>, params: ListParams = {}): UseQueryResult<readonly T[], ApiError> =>
  useQuery<readonly T[], ApiError>({
    queryKey: [source.path, 'all', params],
    queryFn: ({ signal }) => readAll(source, params, signal),
  })
