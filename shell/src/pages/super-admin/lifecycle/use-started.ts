import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { Started } from '../../../clients/modules'

const PARAMETER = 'operation'

/** The operation that was started on this page. It stands in the address, so that it is still there when the page is loaded anew. */
export interface StartedOperation {
  id: string | null
  show(started: Started): void
  dismiss(): void
}

export function useStarted(): StartedOperation {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (id: string | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (id) next.set(PARAMETER, id)
          else next.delete(PARAMETER)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  return { id: params.get(PARAMETER), show: ({ operation_id }) => set(operation_id), dismiss: () => set(null) }
}
