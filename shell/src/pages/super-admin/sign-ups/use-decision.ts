import { keys, type ApiError } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { signUpRequests, type SignUpRequest } from '../../../clients/platform'
import { tenants } from '../../../clients/tenant'

export interface Decided {
  request: SignUpRequest
  verb: 'approve' | 'reject'
}

/** Answers somebody who would like an organization. */
export function useDecision(onDone: () => void): UseMutationResult<unknown, ApiError, Decided> {
  const queries = useQueryClient()
  return useMutation<unknown, ApiError, Decided>({
    mutationFn: ({ request, verb }) => signUpRequests.act<unknown>(request.id, verb),
    onSuccess: async () => {
      await Promise.all([signUpRequests.path, tenants.path].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
      onDone()
    },
  })
}
