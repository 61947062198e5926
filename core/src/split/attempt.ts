import type { Dispatcher } from 'undici'
import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { answerHeaders } from './headers.js'
import type { Instance } from './instance.js'

/** A request as it goes to an instance. */
export interface Sending {
  method: string
  path: string
  /** Names and values in turn. */
  headers: string[]
  body: Buffer | Readable | null
  /** How long to wait for the head of the answer, in milliseconds. */
  patience: number
  isStream: boolean
}

/** How a request went: it was answered, or why not. `gone`: nobody waits for the answer any more. */
export type Outcome = { kind: 'answered' } | { kind: 'gone' } | { kind: 'failed'; error: NodeJS.ErrnoException }

/** Sends a request to one instance and passes its answer on as it comes, no faster than the client takes it. */
export function attempt(instance: Instance, sending: Sending, res: ServerResponse): Promise<Outcome> {
  return new Promise((resolve) => {
    const pool = sending.isStream ? instance.streams : instance.pool
    const { method, path, headers, body, patience } = sending
    instance.breaker.begin()
    pool.dispatch({ method: method as Dispatcher.HttpMethod, path, headers, body, headersTimeout: patience }, new Passing(res, resolve))
  })
}

class Passing implements Dispatcher.DispatchHandler {
  readonly #res: ServerResponse
  readonly #resolve: (outcome: Outcome) => void
  #abort: (() => void) | undefined

  constructor(res: ServerResponse, resolve: (outcome: Outcome) => void) {
    this.#res = res
    this.#resolve = resolve
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { closed } = this.#res
    if (closed) return controller.abort(new Error('The client is gone.'))
    this.#abort = () => controller.abort(new Error('The client is gone.'))
    this.#res.once('close', this.#abort)
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) return
    this.#res.writeHead(status, answerHeaders(controller.rawHeaders as Buffer[]))
    if (!this.#res.hasHeader('content-length')) this.#res.flushHeaders()
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#res.write(chunk)) return
    controller.pause()
    this.#res.once('drain', () => controller.resume())
  }

  onResponseEnd(): void {
    this.#release()
    this.#res.end()
    this.#resolve({ kind: 'answered' })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const isGone = this.#res.closed
    this.#release()
    // Half an answer cannot be mended; a broken connection tells the client so.
    if (this.#res.headersSent) this.#res.destroy()
    this.#resolve(isGone ? { kind: 'gone' } : { kind: 'failed', error })
  }

  #release(): void {
    if (this.#abort) this.#res.off('close', this.#abort)
  }
}
