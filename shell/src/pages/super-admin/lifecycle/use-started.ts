import type { Started } from '../../../clients/modules'
import { useInAddress } from '../../parts/use-in-address'

/** The operation that was started on this page. */
export interface StartedOperation {
  id: string | null
  show(started: Started): void
  dismiss(): void
}

export function useStarted(): StartedOperation {
  const [id, set] = useInAddress('operation')
  return { id, show: ({ operation_id }) => set(operation_id), dismiss: () => set(null) }
}
