import { serialize } from 'pg-protocol'
import type { RowShape } from './row-shape.js'
import type { Row } from './runner.js'
import { encode, type Statement } from './statement.js'

/** Statements of one round trip. */
export interface Batch {
  statements: readonly Statement[]
  /** How many of the first statements give no rows back. */
  hidden?: number
}

/** The rows of one statement. */
export interface StatementResult {
  rows: Row[]
}

/** A statement as a connection knows it. `name` is empty for one that is not kept; `shape` is unknown until PostgreSQL has told it. */
export interface Prepared {
  readonly name: string
  shape: RowShape | undefined
}

/** What a connection has prepared, by name. What is outdated is closed before it is parsed again. */
export interface Book {
  readonly prepared: Map<string, Prepared>
  readonly outdated: Set<string>
}

const EXECUTE = serialize.execute({ portal: '' })
const DESCRIBE = serialize.describe({ type: 'P', name: '' })
const SYNC = serialize.sync()

/** Bind and Execute of a scope: the same bytes for every request of one person. */
const scopes = new WeakMap<Statement, Buffer>()

/**
 * The bytes of a batch, in one piece because many small writes cost more than the statements do, and its plan: what each statement is
 * to the connection. Not `named`: nothing is kept, as a pooler in between needs it.
 */
export function encodeBatch({ statements, hidden = 0 }: Batch, named: boolean, book: Book): { bytes: Buffer; plan: Prepared[] } {
  const parts: Buffer[] = []
  const plan: Prepared[] = []
  for (const statement of statements) {
    const isHidden = plan.length < hidden
    const prepared = prepare(statement, { parts, plan, named, book })
    plan.push(prepared)
    if (isHidden && prepared.name) parts.push(scopes.get(statement) ?? rememberScope(statement))
    else if (isHidden || prepared.shape) parts.push(bindOf(prepared.name, statement), EXECUTE)
    else parts.push(bindOf(prepared.name, statement), DESCRIBE, EXECUTE)
  }
  parts.push(SYNC)
  return { bytes: Buffer.concat(parts), plan }
}

/** What `statement` is to the connection; the first time it is parsed on the way. */
function prepare(statement: Statement, { parts, plan, named, book }: { parts: Buffer[]; plan: Prepared[]; named: boolean; book: Book }): Prepared {
  const name = named ? statement.name : ''
  const known = name ? (book.prepared.get(name) ?? plan.find((other) => other.name === name)) : undefined
  if (known) return known
  if (book.outdated.delete(name)) parts.push(serialize.close({ type: 'S', name }))
  parts.push(serialize.parse({ name, text: statement.text, types: [] }))
  return { name, shape: undefined }
}

const bindOf = (name: string, { values = [] }: Statement): Buffer => serialize.bind({ statement: name, values: [...values], valueMapper: encode })

function rememberScope(statement: Statement): Buffer {
  const bytes = Buffer.concat([bindOf(statement.name, statement), EXECUTE])
  scopes.set(statement, bytes)
  return bytes
}
