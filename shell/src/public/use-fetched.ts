import { useEffect, useEffectEvent, useState } from 'react'

export interface Fetched<T> {
  data: T | undefined
  error: unknown
  retry(): void
}

/** Reads something when `key` changes; what belongs to another key is not given out. An empty key reads nothing. */
export function useFetched<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ key: string; data?: T; error?: unknown }>({ key: '' })
  const [attempt, setAttempt] = useState(0)

  const start = useEffectEvent((signal: AbortSignal) => {
    read(signal).then(
      (data) => setState({ key, data }),
      (error: unknown) => signal.aborted || setState({ key, error }),
    )
  })

  useEffect(() => {
    if (!key) return
    const abort = new AbortController()
    start(abort.signal)
    return () => abort.abort()
  }, [key, attempt])

  const current = state.key === key ? state : undefined
  return { data: current?.data, error: current?.error, retry: () => setAttempt(attempt + 1) }
}
