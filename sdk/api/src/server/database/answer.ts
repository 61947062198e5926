import type { Prepared, StatementResult } from './batch.js'
import { databaseError } from './database-error.js'
import { RowShape, type ParserOf } from './row-shape.js'
import type { Row } from './runner.js'

export interface AnswerTo {
  /** The batch's statements, in order. */
  plan: readonly Prepared[]
  /** How many of the first give no rows back. */
  hidden: number
  parserOf: ParserOf
  /** What the connection knows. A Parse is not transactional: once answered it counts, even if the batch fails later. */
  prepared: Map<string, Prepared>
}

const letter = (sign: string): number => sign.charCodeAt(0)
const ROW = letter('D')
const BOUND = letter('2')
const COMPLETE = letter('C')
const READY = letter('Z')
const PARSED = letter('1')
const DESCRIPTION = letter('T')
const NO_ROWS = letter('n')
const EMPTY = letter('I')
const ERROR = letter('E')
/** Without meaning for a batch: a statement forgotten, notices, settings, notifications. */
const ASIDE = new Set(['3', 'N', 'S', 'A'].map(letter))

/** What PostgreSQL answers to one batch, message by message. */
export class Answer {
  readonly results: StatementResult[] = []
  error: Error | undefined
  readonly #to: AnswerTo
  /** Index of the statement whose messages are coming, and its rows so far. */
  #at = 0
  #rows: Row[] = []

  constructor(to: AnswerTo) {
    this.#to = to
  }

  /** Takes the message `sign` whose body stands in `bytes` from `at`; true for the last one of the batch. */
  take(sign: number | undefined, bytes: Buffer, at: number): boolean {
    if (sign === ROW) this.#takeRow(bytes, at)
    else if (sign === COMPLETE || sign === EMPTY) this.#takeEnd()
    else if (sign === READY) return true
    else if (sign !== BOUND) this.#takeRare(sign, bytes, at)
    return false
  }

  #takeRow(bytes: Buffer, at: number): void {
    const shape = this.#to.plan[this.#at]?.shape
    if (shape && this.#at >= this.#to.hidden) this.#rows.push(shape.read(bytes, at))
  }

  #takeEnd(): void {
    if (this.#at >= this.#to.hidden) this.results.push({ rows: this.#rows })
    this.#rows = []
    this.#at += 1
  }

  /** What comes once for a statement, or when something is wrong. */
  #takeRare(sign: number | undefined, bytes: Buffer, at: number): void {
    const statement = this.#to.plan[this.#at]
    if (sign === ERROR) this.error = databaseError(bytes, at)
    else if (sign === PARSED && statement) this.#keep(statement)
    else if (sign === DESCRIPTION && statement) statement.shape = RowShape.described(bytes, at, this.#to.parserOf)
    else if (sign === NO_ROWS && statement) statement.shape = RowShape.none
    else if (sign === undefined || !ASIDE.has(sign)) throw new Error(`PostgreSQL answered ${String.fromCharCode(sign ?? 0)} to a batch`)
  }

  #keep(statement: Prepared): void {
    if (statement.name) this.#to.prepared.set(statement.name, statement)
  }
}
