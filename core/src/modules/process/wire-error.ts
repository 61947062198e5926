import { DomainError, ERROR_KINDS, isDomainError, type ErrorDetail, type ErrorKind } from '@innoerp/sdk/contract'

/** An error between host and process. */
export interface WireError {
  message: string
  kind?: ErrorKind
  code?: string
  details?: ErrorDetail[]
  retryAfter?: number
}

/** Of an error that is not ours the message alone: a stack belongs into the log of the side that it comes from. */
export function toWire(error: unknown): WireError {
  if (isDomainError(error)) {
    const { kind, code, message, details, retryAfter } = error
    return { kind, code, message, ...(details && { details }), ...(retryAfter !== undefined && { retryAfter }) }
  }
  const { message, code } = (error instanceof Error ? error : new Error(String(error))) as Error & { code?: unknown }
  return { message, ...(typeof code === 'string' && { code }) }
}

/** What came over may be anything: a kind that is none of ours makes an error that is not shown to callers. */
export function fromWire({ kind, code, message, details, retryAfter }: WireError): Error {
  if (kind === undefined || !Object.hasOwn(ERROR_KINDS, kind)) return Object.assign(new Error(message), code !== undefined && { code })
  return new DomainError({ kind, code: code ?? '', message, ...(details && { details }), ...(retryAfter !== undefined && { retryAfter }) })
}
