import type { Api } from '@innoerp/sdk/ui'
import { createEventParser } from './events'

/** The server says something at least every 20 s; after twice that and a bit the connection is dead (milliseconds). */
const SILENCE = 45_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000

/** Milliseconds before the next attempt: twice as long each time, and never the same for all tabs of the world. */
export const waitAfter = (failures: number, random: number = Math.random()): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2)

export interface StreamOptions {
  api: Api
  path: string
  /** Name of the events that are read; all when absent. */
  event?: string
  onData(data: string): void
  signal: AbortSignal
}

/** Waits, but not longer than until the device is online again. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const finished = new AbortController()
    const done = () => {
      finished.abort()
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    finished.signal.addEventListener('abort', () => clearTimeout(timer))
    window.addEventListener('online', done, { signal: finished.signal })
    signal.addEventListener('abort', done, { signal: finished.signal })
  })

/** Reads until the server ends the stream; rejects when it falls silent. */
async function readAll(body: ReadableStream<Uint8Array<ArrayBuffer>>, { onData, event: wanted }: StreamOptions, silent: () => void) {
  const parse = createEventParser(({ event, data }) => (wanted === undefined || event === wanted) && onData(data))
  let timer = setTimeout(silent, SILENCE)
  try {
    for (const reader = body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(silent, SILENCE)
      parse(value)
    }
  } finally {
    clearTimeout(timer)
  }
}

async function connect(options: StreamOptions): Promise<void> {
  const { api, path, signal } = options
  const broken = new AbortController()
  const open = (token: string) =>
    fetch(api.url(path), {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal: AbortSignal.any([signal, broken.signal]),
    })
  const token = await api.tokens?.token()
  if (!token) return
  let response = await open(token)
  if (response.status === 401) {
    const renewed = await api.tokens?.token(token)
    if (!renewed) return
    response = await open(renewed)
  }
  if (!response.ok || !response.body) throw new Error(`The stream answered with status ${response.status}`)
  await readAll(response.body, options, () => broken.abort())
}

/**
 * Follows the events of a stream for as long as `signal` lets it, and connects again whenever the connection is lost.
 * EventSource would not do: it sends no bearer token.
 */
export async function followStream(options: StreamOptions): Promise<void> {
  let failures = 0
  const counted = {
    ...options,
    onData(data: string) {
      failures = 0
      options.onData(data)
    },
  }
  while (!options.signal.aborted) {
    await connect(counted).catch(() => undefined)
    failures += 1
    if (!options.signal.aborted) await pause(waitAfter(failures), options.signal)
  }
}
