const MAX_TEXT = 2_000
const MAX_STACK = 8_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const isText = (value: unknown): boolean => typeof value === 'string'
const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value)

/** What a caller may give of the document's fields (facts §4), and what counts as such; the logger gives the others itself. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  action: isText,
  method: isText,
  path: isText,
  username: isText,
  organization_id: isUuid,
  user_id: isUuid,
  request_id: isText,
  duration_ms: Number.isFinite,
  /** A measured number, named by its action. */
  figure: Number.isFinite,
  status_code: Number.isInteger,
  client_host: isText,
  user_agent: isText,
}

/** An error as a record carries it. */
export interface LoggedError {
  message: string
  /** Its class, e.g. `TypeError`. */
  type?: string
  code?: string
  stack?: string
}

/**
 * A record with nothing but the document's fields, each of its one type, so that every store can be strict. The rest goes under `metadata`:
 * also what has the name of a field but is something else, and the names that the logger writes itself.
 */
export function toRecord(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue
    if (name === 'err' || name === 'error') record.error = errorOf(value)
    else if (FIELDS[name]?.(value)) record[name] = typeof value === 'string' ? value.slice(0, MAX_TEXT) : value
    else rest[name] = value
  }
  if (Object.keys(rest).length > 0) record.metadata = rest
  return record
}

/** An error, or what pino's serializer made of one: a plain object with its type, message and stack. */
function errorOf(value: unknown): LoggedError {
  if (typeof value !== 'object' || value === null || !('message' in value) || typeof value.message !== 'string') return { message: textOf(value).slice(0, MAX_TEXT) }
  const { name, type = name, code, stack } = value as { name?: unknown; type?: unknown; code?: unknown; stack?: unknown }
  return {
    ...(typeof type === 'string' && { type }),
    message: value.message.slice(0, MAX_TEXT),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(typeof stack === 'string' && { stack: stack.slice(0, MAX_STACK) }),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
