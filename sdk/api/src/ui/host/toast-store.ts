import { createStore, type Store } from './store.js'

export interface ToastInit {
  /** What happened, in the past tense: "3 companies deleted". */
  text: string
  /** An error stays until it is closed. */
  tone?: 'plain' | 'error'
  /** Offers Undo for 10 seconds. */
  undo?: () => void | Promise<void>
  /** One other thing to do, e.g. open what was made. */
  action?: { label: string; run: () => void }
}

export interface Toast extends ToastInit {
  id: number
  /** Milliseconds until it goes by itself; null: it stays. */
  lasts: number | null
}

const LASTS = 6_000
const LASTS_WITH_UNDO = 10_000

const lifetime = ({ tone, undo }: ToastInit) => (tone === 'error' ? null : undo ? LASTS_WITH_UNDO : LASTS)

/** One toast at a time; a new one takes the place of the one before. */
export interface ToastStore extends Store<Toast | null> {
  show(toast: string | ToastInit): void
  close(): void
  /** Runs the undo of what is shown, and closes it; false when there is none. */
  undo(): boolean
}

export function createToastStore(): ToastStore {
  const store = createStore<Toast | null>(null)
  let count = 0
  const close = () => store.set(null)
  return {
    get: store.get,
    subscribe: store.subscribe,
    close,
    show(toast) {
      const init = typeof toast === 'string' ? { text: toast } : toast
      count += 1
      store.set({ ...init, id: count, lasts: lifetime(init) })
    },
    undo() {
      const undo = store.get()?.undo
      if (!undo) return false
      close()
      void undo()
      return true
    },
  }
}
