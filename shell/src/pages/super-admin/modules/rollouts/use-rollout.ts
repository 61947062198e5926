import { useHost, type ApiError } from '@innoerp/sdk/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { rolloutClient, type Rollout } from '../../../../clients/rollouts'

/** Milliseconds between two questions while it runs. */
const REPEAT = 2_000

export const rolloutKey = (id: string) => ['/api/v1/rollouts', 'record', id]

/** A rollout with its figures of this moment. */
export function useRollout(id: string): UseQueryResult<Rollout, ApiError> {
  const { api } = useHost()
  return useQuery<Rollout, ApiError>({
    queryKey: rolloutKey(id),
    queryFn: ({ signal }) => rolloutClient(api).get(id, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? REPEAT : false),
  })
}
