/** What went wrong, in the terms of HTTP: `kind` → status and title (facts §1 and the conventions of the main job). */
export const ERROR_KINDS = {
  validation: [400, 'Validation error'],
  unauthorized: [401, 'Unauthorized'],
  payment_required: [402, 'Payment required'],
  forbidden: [403, 'Forbidden'],
  tenant_inactive: [403, 'Tenant inactive'],
  not_found: [404, 'Resource not found'],
  tenant_not_found: [404, 'Tenant not found'],
  method_not_allowed: [405, 'Method not allowed'],
  conflict: [409, 'Conflict'],
  precondition_failed: [412, 'Precondition failed'],
  too_large: [413, 'Payload too large'],
  unsupported_media_type: [415, 'Unsupported media type'],
  unprocessable: [422, 'Unprocessable'],
  too_many_requests: [429, 'Too many requests'],
  internal: [500, 'Internal server error'],
  bad_gateway: [502, 'Bad gateway'],
  unavailable: [503, 'Service unavailable'],
  gateway_timeout: [504, 'Gateway timeout'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorKind = keyof typeof ERROR_KINDS

/** One finding about the input: where (`field` as a path, `line` of a file) and what to do. */
export interface ErrorDetail {
  field?: string
  line?: number
  column?: string
  message: string
}

/** Every error on the wire: `{detail:{error,message,code,details?}}`. */
export interface ErrorBody {
  detail: { error: string; message: string; code: string; details?: ErrorDetail[]; request_id?: string }
}

const BRAND = Symbol.for('innoerp.domain-error')

/** A semantic error that the host maps to HTTP once. Make them with {@link errorTable}. */
export class DomainError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly details: ErrorDetail[] | undefined
  /** Seconds until it is worth trying again; becomes `Retry-After`. */
  readonly retryAfter: number | undefined
  readonly [BRAND] = true

  constructor(init: { kind: ErrorKind; code: string; message: string; details?: ErrorDetail[]; retryAfter?: number }) {
    super(init.message)
    this.name = 'DomainError'
    this.kind = init.kind
    this.code = init.code
    this.details = init.details
    this.retryAfter = init.retryAfter
  }
}

/** True for a domain error of any copy of this package: a module's bundle may hold another class object. */
export const isDomainError = (error: unknown): error is DomainError => typeof error === 'object' && error !== null && BRAND in error

export interface ErrorInit {
  /** Values for `{name}` placeholders of the message. */
  values?: Record<string, string | number>
  details?: ErrorDetail[]
  retryAfter?: number
}
/** Makes one of the errors of a table. */
export type ErrorMaker = (init?: ErrorInit) => DomainError

/**
 * Declares the coded errors of a service or module; the code on the wire is `<PREFIX>_<NAME>`.
 * @example const errors = errorTable('NOTES', { LOCKED: ['conflict', 'The note {title} is locked. Ask its author.'] })
 *          throw errors.LOCKED({ values: { title } })
 */
export function errorTable<const T extends Record<string, readonly [ErrorKind, string]>>(prefix: string, table: T): { [K in keyof T]: ErrorMaker } {
  const makers = Object.entries(table).map(([name, [kind, text]]): [string, ErrorMaker] => [
    name,
    ({ values = {}, details, retryAfter } = {}) =>
      new DomainError({
        kind,
        code: `${prefix}_${name}`,
        message: text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole)),
        ...(details && { details }),
        ...(retryAfter !== undefined && { retryAfter }),
      }),
  ])
  return Object.fromEntries(makers) as { [K in keyof T]: ErrorMaker }
}

/** The error with its message at a field of the input too, where a form shows it. */
export const atField = (field: string, make: ErrorMaker, values: ErrorInit['values'] = {}): DomainError =>
  make({ values, details: [{ field, message: make({ values }).message }] })
