import { useState } from 'react'

export interface Sending {
  busy: boolean
  done: boolean
  /** What the last try was refused with. */
  error: unknown
  send(work: () => Promise<unknown>): Promise<void>
  /** Back to the beginning. */
  again(): void
}

const FRESH = { busy: false, done: false, error: undefined as unknown }

/** One thing that is sent: at work, done, or refused. */
export function useSending(): Sending {
  const [state, setState] = useState(FRESH)
  async function send(work: () => Promise<unknown>) {
    if (state.busy) return
    setState({ ...FRESH, busy: true })
    await work().then(
      () => setState({ ...FRESH, done: true }),
      (error: unknown) => setState({ ...FRESH, error }),
    )
  }
  return { ...state, send, again: () => setState(FRESH) }
}
