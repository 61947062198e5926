import { keys, useHost, type Api, type ApiError } from '@innoerp/sdk/ui'
import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { REGISTRY } from '../../../clients/modules'
import { OPERATIONS, operationStream, operations, type Operation } from '../../../clients/operations'
import { tenants } from '../../../clients/tenant'
import { followStream } from '../../../root/feed/stream'

/** Milliseconds between two questions: for a stream that does not get through. */
const REPEAT = 5_000

/** Everything that shows modules is read anew. */
export const refreshModules = async (queries: QueryClient): Promise<void> => {
  const shows = ([path]: readonly unknown[]) => typeof path === 'string' && (path.startsWith(REGISTRY) || path.startsWith('/api/v1/modules') || path === tenants.path)
  await queries.invalidateQueries({ predicate: ({ queryKey }) => shows(queryKey) })
}

/** An operation as it goes on: told by the server, and asked for now and then in case that nothing is heard. */
export function useOperation(id: string): UseQueryResult<Operation, ApiError> {
  const { api } = useHost()
  const query = useQuery<Operation, ApiError>({
    queryKey: keys.record(OPERATIONS, id),
    queryFn: ({ signal }) => operations.get(id, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? REPEAT : false),
  })
  const running = query.data?.state === 'running'
  useStream({ api, id, running })
  useEnd(query.data?.state)
  return query
}

function useStream({ api, id, running }: { api: Api; id: string; running: boolean }) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!running) return
    const gone = new AbortController()
    const onData = (data: string) => queries.setQueryData(keys.record(OPERATIONS, id), JSON.parse(data) as Operation)
    void followStream({ api, path: operationStream(id), signal: gone.signal, onData })
    return () => gone.abort()
  }, [api, id, running, queries])
}

/** What an operation changed is seen once it ends. */
function useEnd(state: Operation['state'] | undefined) {
  const queries = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    if (state !== undefined && state !== 'running' && before.current !== state) {
      void refreshModules(queries)
      void queries.invalidateQueries({ queryKey: [OPERATIONS, 'rows'] })
    }
    before.current = state
  }, [state, queries])
}
