import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.js'

const RETRIES = 2

/**
 * The page's cache of answers. Reads are repeated twice when the network or the server falters, never after a refusal; writes
 * are never repeated by themselves. Offline is an answer like any other: nothing waits unseen.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && error instanceof ApiError && error.transient,
        retryDelay: (attempt) => 300 * 2 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
