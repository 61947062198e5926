import { ApiError, CLIENT_CODES, errorFromAnswer } from './api-error.js'
import type { TokenSource } from './token-source.js'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Values of a query string; undefined and null are left out, a list becomes one parameter a value. */
export type Query = Readonly<Record<string, unknown>>

export interface CallOptions {
  query?: Query
  /** The ETag that the change is based on; sent as `If-Match`. */
  etag?: string
  /** Sent as `Idempotency-Key`: the same request carried out once, however often it is sent. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Milliseconds; the client's own by default. */
  timeout?: number
  /** `false` for the few public routes: no token is asked for. */
  authorized?: boolean
}

export interface Answer<T> {
  data: T
  status: number
  etag: string | undefined
  headers: Headers
}

export interface ApiOptions {
  /** Put before every path; empty (the page's own origin) by default. */
  baseUrl?: string
  tokens?: TokenSource
  fetch?: typeof fetch
  /** Milliseconds; 10,000 by default. */
  timeout?: number
}

/** The one way to the server. Every method rejects with an {@link ApiError}. */
export interface Api {
  request<T>(method: Method, path: string, call?: CallOptions & { body?: unknown }): Promise<Answer<T>>
  get<T>(path: string, call?: CallOptions): Promise<T>
  post<T>(path: string, body?: unknown, call?: CallOptions): Promise<T>
  put<T>(path: string, body: unknown, call?: CallOptions): Promise<T>
  patch<T>(path: string, body: unknown, call?: CallOptions): Promise<T>
  delete<T = void>(path: string, call?: CallOptions): Promise<T>
  /** Where `path` lies, with its query: for links to downloads and for uploads. */
  url(path: string, query?: Query): string
  readonly tokens: TokenSource | undefined
}

/** `?a=1&b=2`, or nothing when there is nothing to say. */
export function queryString(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text && `?${text}`
}

type Sent = CallOptions & { body?: unknown; method: Method; url: string }

interface Received {
  status: number
  headers: Headers
  body: unknown
}

/** Characters of a body that outlives its page. Browsers keep 64 KiB alive for all requests together. */
const KEPT_ALIVE = 8_000

/** FormData, blobs and text travel as they are, anything else as JSON. */
const isRaw = (body: unknown): body is BodyInit =>
  body instanceof FormData || body instanceof Blob || body instanceof ArrayBuffer || body instanceof URLSearchParams

function requestInit(sent: Sent, token: string | null): RequestInit {
  const headers = new Headers({ accept: 'application/json' })
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (sent.etag) headers.set('if-match', sent.etag)
  if (sent.idempotencyKey) headers.set('idempotency-key', sent.idempotencyKey)
  const init: RequestInit = { method: sent.method, headers, credentials: 'same-origin' }
  if (sent.body === undefined) return init
  if (isRaw(sent.body)) return { ...init, body: sent.body }
  headers.set('content-type', 'application/json')
  const body = JSON.stringify(sent.body)
  // What was sent is finished even when the page is loaded anew or closed meanwhile: a card was dropped, so it moves.
  return { ...init, body, keepalive: body.length < KEPT_ALIVE }
}

/** Reads the body as JSON; an empty one is undefined, anything that is not JSON is the text itself. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

export interface Unanswered {
  method: Method
  /** Milliseconds. */
  timeout: number
  signal?: AbortSignal | undefined
}

/** What went wrong when there was no answer. A read changed nothing; of a write nobody knows. */
export function noAnswer(cause: unknown, { signal, method, timeout }: Unanswered): ApiError {
  const read = method === 'GET'
  const effect = read ? 'Nothing was changed.' : 'It is not known whether the change was saved.'
  if (signal?.aborted) return new ApiError({ status: 0, code: CLIENT_CODES.aborted, message: 'The request was given up.' })
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    const waited = Math.round(timeout / 1000)
    const message = `The server did not answer within ${waited} seconds. ${effect}`
    return new ApiError({ status: 0, code: CLIENT_CODES.timeout, message, waited, uncertain: !read })
  }
  if (typeof navigator !== 'undefined' && navigator.onLine === false) {
    return new ApiError({ status: 0, code: CLIENT_CODES.offline, message: 'You are offline. Nothing was changed.' })
  }
  return new ApiError({ status: 0, code: CLIENT_CODES.unreachable, message: `The server cannot be reached. ${effect}`, uncertain: !read })
}

/**
 * Makes a client. It adds the bearer token; on a 401 it renews the token once and repeats the request; it never waits longer
 * than the deadline.
 */
export function createApi(options: ApiOptions = {}): Api {
  const { baseUrl = '', tokens, timeout: deadline = 10_000 } = options
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))

  async function once(sent: Sent, token: string | null): Promise<Received> {
    const timeout = sent.timeout ?? deadline
    const late = AbortSignal.timeout(timeout)
    const signal = sent.signal ? AbortSignal.any([sent.signal, late]) : late
    try {
      const response = await send(sent.url, { ...requestInit(sent, token), signal })
      return { status: response.status, headers: response.headers, body: await readBody(response) }
    } catch (cause) {
      throw noAnswer(late.aborted ? late.reason : cause, { signal: sent.signal, method: sent.method, timeout })
    }
  }

  async function authorized(sent: Sent): Promise<Received> {
    if (!tokens || sent.authorized === false) return once(sent, null)
    const token = await tokens.token()
    const received = await once(sent, token)
    if (received.status !== 401 || !token) return received
    const renewed = await tokens.token(token)
    return renewed ? once(sent, renewed) : received
  }

  async function request<T>(method: Method, path: string, call: CallOptions & { body?: unknown } = {}): Promise<Answer<T>> {
    const { status, headers, body } = await authorized({ ...call, method, url: url(path, call.query) })
    if (status < 400) return { data: body as T, status, headers, etag: headers.get('etag') ?? undefined }
    throw errorFromAnswer({
      status,
      body,
      requestId: headers.get('x-request-id') ?? undefined,
      retryAfter: headers.get('retry-after') ?? undefined,
    })
  }

  const url = (path: string, query?: Query) => baseUrl + path + queryString(query)
  const data = async <T>(answer: Promise<Answer<T>>) => (await answer).data
  return {
    request,
    url,
    tokens,
    get: (path, call) => data(request('GET', path, call)),
    post: (path, body, call) => data(request('POST', path, { ...call, body })),
    put: (path, body, call) => data(request('PUT', path, { ...call, body })),
    patch: (path, body, call) => data(request('PATCH', path, { ...call, body })),
    delete: (path, call) => data(request('DELETE', path, call)),
  }
}
