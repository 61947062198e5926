import { useHost, type Api, type ApiError } from '@innoerp/sdk/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'

export interface AskedApi<T> {
  /** Names the answer in the cache. */
  key: readonly string[]
  ask(api: Api): Promise<T>
  /** Milliseconds between repetitions, for what changes without the user. */
  every?: number
}

/** What a call of the API answers, for what is no list of records. */
export function useAskedApi<T>({ key, ask, every }: AskedApi<T>): UseQueryResult<T, ApiError> {
  const { api } = useHost()
  return useQuery<T, ApiError>({ queryKey: key, queryFn: () => ask(api), refetchInterval: every ?? false })
}
