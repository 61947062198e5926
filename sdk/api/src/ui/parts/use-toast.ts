import { useHost } from '../host/host-context.js'
import type { ToastInit } from '../host/toast-store.js'

/**
 * Says that something is done: `toast('Invoice sent')`, `toast({ text: '3 companies deleted', undo })`.
 * Never for field errors.
 */
export function useToast(): (toast: string | ToastInit) => void {
  return useHost().toasts.show
}
