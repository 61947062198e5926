import type { Context } from '../../contract/context.js'
import type { TSchema } from '@sinclair/typebox'
import type { ImportErrors } from './import-errors.js'

/** A row of the file as fields of a record, under the id that the record will have. */
export interface ImportedRow {
  id: string
  values: Record<string, string>
}

/** A row while it is judged: `line` is where it starts, `fail` says what is wrong with a field of it. */
export interface JudgedRow extends ImportedRow {
  readonly line: number
  fail(field: string, message: string): void
}

/** How a kind of record is taken out of a file. */
export interface ImportSpec {
  /** What a row is, for the words of errors, e.g. `company`. */
  noun: string
  /** Fields that a file may fill, with the schemas that judge their cells; a default fills what a row leaves empty. */
  fields: Readonly<Record<string, TSchema>>
  /** Fields that every row needs → what to say of a row without. */
  required: Readonly<Record<string, string>>
  /** Fields of which no two rows of a file may have the same value, whatever its case. */
  unique?: readonly string[]
  errors: ImportErrors
  /** Judges valid rows against what is stored, and turns names into ids; at most a thousand at once. A dry run calls it too. */
  judge?(ctx: Context, rows: readonly JudgedRow[]): Promise<void>
  /** Writes rows and tells of them; at most a thousand at once, all batches of a file in one transaction. */
  insert(tx: Context, rows: readonly ImportedRow[]): Promise<void>
}
