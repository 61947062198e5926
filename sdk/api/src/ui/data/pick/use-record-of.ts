import { useQuery } from '@tanstack/react-query'
import type { ApiError } from '../../api/api-error.js'
import { keys, useRecord } from '../../api/hooks.js'
import type { AnyRecord } from '../../api/resource.js'
import type { RecordKind } from './record-kind.js'

const FIVE_MINUTES = 300_000
/** The most that a list gives at once; records beyond it are read one by one. */
const DIRECTORY_SIZE = 200

export interface RecordOf<T> {
  record: T | undefined
  loading: boolean
}

/** The record behind an id. One request serves all names of a kind on the page. */
export function useRecordOf<T extends AnyRecord>({ source }: RecordKind<T>, id: string | null | undefined): RecordOf<T> {
  const directory = useQuery<ReadonlyMap<string, T>, ApiError>({
    queryKey: [...keys.all(source.path), 'directory'],
    queryFn: async ({ signal }) => {
      const { items } = await source.list({ limit: DIRECTORY_SIZE, total: false }, { signal })
      return new Map(items.map((record) => [record.id, record]))
    },
    staleTime: FIVE_MINUTES,
    enabled: Boolean(id),
  })
  const known = id ? directory.data?.get(id) : undefined
  const missing = id && !known && !directory.isLoading ? id : undefined
  const single = useRecord(source, missing)
  return { record: known ?? single.data, loading: directory.isLoading || single.isLoading }
}
