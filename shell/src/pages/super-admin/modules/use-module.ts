import { keys, useHost, type ApiError } from '@innoerp/sdk/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { REGISTRY, moduleClient, type RegisteredModule } from '../../../clients/modules'

/** One module with its versions. */
export function useModule(moduleId: string): UseQueryResult<RegisteredModule, ApiError> {
  const { api } = useHost()
  return useQuery<RegisteredModule, ApiError>({
    queryKey: keys.record(REGISTRY, moduleId),
    queryFn: ({ signal }) => moduleClient(api, moduleId).get(signal),
    enabled: moduleId !== '',
  })
}
