import { KIT, errorText, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { refreshModules } from '../../lifecycle/use-operation'

export interface ChangeOptions<In> {
  /** What was done, in the past tense. */
  done(input: In): string
  onDone?(): void
}

/** A change that is done at once: said when it is, and why when it is not. */
export function useChange<In>(change: (input: In) => Promise<unknown>, { done, onDone }: ChangeOptions<In>): UseMutationResult<unknown, ApiError, In> {
  const kit = useT(KIT)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation<unknown, ApiError, In>({
    mutationFn: change,
    onSuccess: async (_answer, input) => {
      await refreshModules(queries)
      toast(done(input))
      onDone?.()
    },
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
}
