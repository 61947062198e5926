import { isConnectionError } from '@innoerp/sdk/server'
import { type DomainError, type ErrorDetail, isDomainError } from '@innoerp/sdk/contract'
import { requestErrors } from './core-errors.js'

interface AjvFinding {
  instancePath: string
  message?: string
  keyword: string
  params: Record<string, unknown>
}
interface Thrown {
  code?: unknown
  statusCode?: unknown
  validation?: AjvFinding[]
  validationContext?: string
  retryAfter?: number
}

/** PostgreSQL's codes → what the caller can do about it. Never its text: that would show SQL and other tenants' values. */
const POSTGRES: Record<string, () => DomainError> = {
  '22021': () => requestErrors.INVALID({ details: [{ message: 'Text must not contain null characters.' }] }),
  '22P05': () => requestErrors.INVALID({ details: [{ message: 'Text must not contain null characters.' }] }),
  '22P02': () => requestErrors.INVALID(),
  '22007': () => requestErrors.INVALID({ details: [{ message: 'A date does not exist.' }] }),
  '22008': () => requestErrors.INVALID({ details: [{ message: 'A date does not exist.' }] }),
  '22003': () => requestErrors.INVALID({ details: [{ message: 'A number is out of range.' }] }),
  '23505': () => requestErrors.CONFLICT(),
  '23503': () => requestErrors.REFERENCE(),
  '23514': () => requestErrors.RULE(),
  '23502': () => requestErrors.RULE(),
  '40001': () => requestErrors.BUSY(),
  '40P01': () => requestErrors.BUSY(),
  '55P03': () => requestErrors.BUSY(),
  '57014': () => requestErrors.DATABASE_DOWN(),
}

const FASTIFY: Record<string, () => DomainError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => requestErrors.TOO_LARGE(),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => requestErrors.UNSUPPORTED_MEDIA_TYPE(),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => requestErrors.NOT_JSON(),
  FST_ERR_CTP_INVALID_JSON_BODY: () => requestErrors.NOT_JSON(),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => requestErrors.INVALID(),
  FST_REQ_FILE_TOO_LARGE: () => requestErrors.TOO_LARGE(),
}

/** Any error as one that may be shown. What is not known becomes INTERNAL; the caller logs the original. */
export function toDomainError(error: unknown): DomainError {
  if (isDomainError(error)) return error
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown
  if (thrown.validation) return requestErrors.INVALID({ details: thrown.validation.map((finding) => detailOf(finding, thrown.validationContext)) })
  const code = typeof thrown.code === 'string' ? thrown.code : ''
  const known = POSTGRES[code] ?? FASTIFY[code]
  if (known) return known()
  if (/^(08|57P|53)/.test(code) || /^E(CONN|PIPE|NOENT)/.test(code) || isPoolTimeout(error)) return requestErrors.DATABASE_DOWN()
  if (typeof thrown.statusCode === 'number' && thrown.statusCode >= 400 && thrown.statusCode < 500) return requestErrors.INVALID()
  return requestErrors.INTERNAL()
}

const isPoolTimeout = (error: unknown): boolean =>
  isConnectionError(error) && /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message)

function detailOf({ instancePath, message = 'is not valid', keyword, params }: AjvFinding, context = 'body'): ErrorDetail {
  const unknown = params.additionalProperty
  const missing = params.missingProperty
  const path = instancePath.slice(1).replaceAll('/', '.')
  const field = [path, typeof unknown === 'string' ? unknown : typeof missing === 'string' ? missing : ''].filter(Boolean).join('.') || context
  if (typeof unknown === 'string') return { field, message: `“${unknown}” is not known here. Leave it out.` }
  if (typeof missing === 'string') return { field, message: 'This is needed.' }
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) return { field, message: `One of: ${params.allowedValues.filter((v) => v !== null).join(', ')}.` }
  return { field, message: `This ${message}.` }
}
