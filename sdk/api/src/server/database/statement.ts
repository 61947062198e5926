import { createHash } from 'node:crypto'

/** One SQL statement of a batch. `name` stands for exactly one text on every connection. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly values?: readonly unknown[]
}

const prepared = new Map<string, Statement>()
const MAX_REMEMBERED = 5_000

/** A statement without values; its name is the hash of its text, so that one name can never stand for two texts. */
export function statement(text: string): Statement {
  const known = prepared.get(text)
  if (known) return known
  const made = { name: createHash('sha1').update(text).digest('base64url').slice(0, 20), text }
  if (prepared.size < MAX_REMEMBERED) prepared.set(text, made)
  return made
}

/** `text` with its values, ready to run. */
export const bind = (text: string, values: readonly unknown[]): Statement => ({ name: statement(text).name, text, values })

/** A value as PostgreSQL's text format; objects become JSON, arrays of plain values an array literal. */
export function encode(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) return arrayLiteral(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function arrayLiteral(items: readonly unknown[]): string {
  const quoted = items.map((item) => (item === null || item === undefined ? 'NULL' : `"${String(item).replace(/(["\\])/g, '\\$1')}"`))
  return `{${quoted.join(',')}}`
}
