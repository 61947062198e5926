import pg from 'pg'
import { serialize } from 'pg-protocol'
import { encode, type Statement } from './statement.js'

/** The parts of pg's protocol object that a batch speaks to. */
interface Wire {
  stream: { write(buffer: Buffer): void }
  on(event: 'parseComplete' | 'errorMessage', listener: () => void): void
}

const EXECUTE = serialize.execute({ portal: '' })
const DESCRIBE_AND_EXECUTE = Buffer.concat([serialize.describe({ type: 'P', name: '' }), EXECUTE])
const SYNC = serialize.sync()

/** Bind and Execute of a scope: the same bytes for every request of one person. */
const scopes = new WeakMap<Statement, Buffer>()

const bindOf = (name: string, { values = [] }: Statement): Buffer => serialize.bind({ statement: name, values: [...values], valueMapper: encode })

/** Which names a connection knows. A Parse is not transactional: it counts only when its ParseComplete has arrived. */
interface Book {
  prepared: Set<string>
  pending: string[]
}
const books = new WeakMap<Wire, Book>()

function bookOf(wire: Wire): Book {
  let book = books.get(wire)
  if (!book) {
    const made: Book = { prepared: new Set(), pending: [] }
    wire.on('parseComplete', () => {
      const name = made.pending.shift()
      if (name) made.prepared.add(name)
    })
    wire.on('errorMessage', () => (made.pending.length = 0))
    books.set(wire, made)
    book = made
  }
  return book
}

function remember(statement: Statement, name: string): Buffer {
  const bytes = Buffer.concat([bindOf(name, statement), EXECUTE])
  scopes.set(statement, bytes)
  return bytes
}

/** Rows and the number of rows touched, of one statement. */
export interface StatementResult {
  rows: Record<string, unknown>[]
  rowCount: number | null
}
type Done = (error: Error | null, result: StatementResult | StatementResult[]) => void

/** pg.Query as it is at run time; its published types leave the message handlers out. */
interface QueryInternals {
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: unknown): void
}
const Base = pg.Query as unknown as new (config: { text: string }, values: undefined, callback: Done) => QueryInternals

/**
 * Several statements before ONE Sync: one network round trip and, outside a transaction block, one implicit transaction, so that
 * an error in any of them rolls all of them back. Rows of the first `hidden` statements are dropped.
 * The query carries no name of its own because pg marks a query's name at the first ParseComplete; the book is kept here.
 */
export class BatchQuery extends Base {
  readonly #statements: readonly Statement[]
  readonly #named: boolean
  #hidden: number

  constructor(batch: { statements: readonly Statement[]; hidden: number; named: boolean }, callback: Done) {
    super({ text: batch.statements[0]?.text ?? '' }, undefined, callback)
    this.#statements = batch.statements
    this.#hidden = batch.hidden
    this.#named = batch.named
  }

  requiresPreparation(): boolean {
    return true
  }

  /** Everything in one write: many small ones cost more than the statements do. */
  prepare(wire: Wire): void {
    const book = bookOf(wire)
    const parts: Buffer[] = []
    this.#statements.forEach((statement, index) => this.#add(parts, book, { statement, isHidden: index < this.#hidden }))
    parts.push(SYNC)
    wire.stream.write(Buffer.concat(parts))
  }

  #add(parts: Buffer[], book: Book, { statement, isHidden }: { statement: Statement; isHidden: boolean }): void {
    const name = this.#named ? statement.name : ''
    if (!name || (!book.prepared.has(name) && !book.pending.includes(name))) {
      parts.push(serialize.parse({ name, text: statement.text, types: [] }))
      book.pending.push(name)
    }
    if (!isHidden) parts.push(bindOf(name, statement), DESCRIBE_AND_EXECUTE)
    else if (name) parts.push(scopes.get(statement) ?? remember(statement, name))
    else parts.push(bindOf(name, statement), EXECUTE)
  }

  override handleDataRow(message: unknown): void {
    if (this.#hidden === 0) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.#hidden > 0) this.#hidden -= 1
    else super.handleCommandComplete(message, connection)
  }
}
