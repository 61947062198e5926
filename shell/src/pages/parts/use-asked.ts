import { useCallback, useState } from 'react'

/** What a dialog is about. It stays known while the closed dialog fades, so that its words do not change under the eye. */
export interface Asked<T> {
  subject: T | undefined
  open: boolean
  /** Stays the same function, as `close` does. */
  ask(subject: T): void
  close(): void
}

export function useAsked<T>(): Asked<T> {
  const [state, setState] = useState<{ subject: T | undefined; open: boolean }>({ subject: undefined, open: false })
  const ask = useCallback((subject: T) => setState({ subject, open: true }), [])
  const close = useCallback(() => setState(({ subject }) => ({ subject, open: false })), [])
  return { ...state, ask, close }
}
