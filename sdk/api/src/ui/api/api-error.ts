import type { ErrorBody, ErrorDetail } from '../../contract/errors.js'

/** Codes of failures that no server answered; the server's own codes stand beside them in {@link ApiError.code}. */
export const CLIENT_CODES = {
  timeout: 'CLIENT_TIMEOUT',
  offline: 'CLIENT_OFFLINE',
  unreachable: 'CLIENT_UNREACHABLE',
  badAnswer: 'CLIENT_BAD_ANSWER',
  aborted: 'CLIENT_ABORTED',
} as const

export interface ApiErrorInit {
  /** HTTP status; 0 when there was no answer. */
  status: number
  code: string
  message: string
  title?: string
  details?: readonly ErrorDetail[]
  requestId?: string
  /** Seconds until it is worth trying again. */
  retryAfter?: number
  /** Seconds that were waited for an answer in vain. */
  waited?: number
  /** True when the request may have been carried out although no answer came. */
  uncertain?: boolean
}

/** Every failed request, of whatever cause. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly details: readonly ErrorDetail[]
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly waited: number | undefined
  readonly uncertain: boolean

  constructor(init: ApiErrorInit) {
    super(init.message)
    this.name = 'ApiError'
    this.status = init.status
    this.code = init.code
    this.title = init.title ?? ''
    this.details = init.details ?? []
    this.requestId = init.requestId
    this.retryAfter = init.retryAfter
    this.waited = init.waited
    this.uncertain = init.uncertain ?? false
  }

  /** The record was changed by someone else since it was read (412). */
  get stale(): boolean {
    return this.status === 412
  }

  /** Worth repeating without asking: the network or an overloaded server, never a refusal. */
  get transient(): boolean {
    return this.code === CLIENT_CODES.unreachable || this.status === 502 || this.status === 503 || this.status === 504
  }
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof (body as ErrorBody).detail?.message === 'string'

export interface FailedAnswer {
  status: number
  body: unknown
  requestId?: string | undefined
  retryAfter?: string | undefined
}

/** Turns an answer `{detail:{error,message,code,details?}}` into an {@link ApiError}; any other body becomes `CLIENT_BAD_ANSWER`. */
export function errorFromAnswer({ status, body, requestId, retryAfter }: FailedAnswer): ApiError {
  const seconds = Number(retryAfter)
  const common = {
    status,
    ...(requestId && { requestId }),
    ...(retryAfter && Number.isFinite(seconds) && { retryAfter: seconds }),
  }
  if (!isErrorBody(body)) {
    return new ApiError({ ...common, code: CLIENT_CODES.badAnswer, message: `The server answered with status ${status}.` })
  }
  const { error, message, code, details, request_id } = body.detail
  return new ApiError({
    ...common,
    code: code ?? CLIENT_CODES.badAnswer,
    title: error,
    message,
    ...(details && { details }),
    ...(request_id && { requestId: request_id }),
  })
}
