import { ApiError, CLIENT_CODES, errorFromAnswer } from './api-error.js'
import { noAnswer, type Api, type Query } from './client.js'

export interface UploadOptions {
  method?: 'POST' | 'PUT'
  query?: Query
  /** Called with the share that has left, 0–1. */
  onProgress?(share: number): void
  signal?: AbortSignal
  idempotencyKey?: string
  /** Milliseconds for the whole upload; 10 minutes by default. */
  timeout?: number
}

/** A file as it is, or a form with files in it. */
export type UploadBody = FormData | Blob

const TEN_MINUTES = 600_000

function parse(text: string): unknown {
  try {
    return text ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return text
  }
}

interface Send {
  url: string
  token: string | null
  body: UploadBody
  options: UploadOptions
}

/** Built on XMLHttpRequest because `fetch` tells nothing about the progress of what it sends. */
function transfer({ url, token, body, options }: Send): Promise<{ status: number; body: unknown; requestId: string | undefined }> {
  const { method = 'POST', onProgress, signal, idempotencyKey, timeout = TEN_MINUTES } = options
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const fail = (cause: unknown) => () => reject(noAnswer(cause, { signal, method, timeout }))
    request.open(method, url)
    request.timeout = timeout
    request.setRequestHeader('accept', 'application/json')
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    if (idempotencyKey) request.setRequestHeader('idempotency-key', idempotencyKey)
    if (body instanceof Blob && body.type) request.setRequestHeader('content-type', body.type)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total)
    request.onerror = fail(undefined)
    request.onabort = fail(undefined)
    request.ontimeout = fail(new DOMException('The upload took too long', 'TimeoutError'))
    request.onload = () =>
      resolve({
        status: request.status,
        body: parse(request.responseText),
        requestId: request.getResponseHeader('x-request-id') ?? undefined,
      })
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    request.send(body)
  })
}

/**
 * Sends a file with progress; renews the token once like every other request.
 * @throws ApiError
 */
export async function upload<T>(api: Api, path: string, { body, ...options }: UploadOptions & { body: UploadBody }): Promise<T> {
  if (options.signal?.aborted) throw new ApiError({ status: 0, code: CLIENT_CODES.aborted, message: 'The request was given up.' })
  const url = api.url(path, options.query)
  const token = (await api.tokens?.token()) ?? null
  let answer = await transfer({ url, token, body, options })
  if (answer.status === 401 && token) {
    const renewed = await api.tokens?.token(token)
    if (renewed) answer = await transfer({ url, token: renewed, body, options })
  }
  if (answer.status < 400) return answer.body as T
  throw errorFromAnswer(answer)
}
