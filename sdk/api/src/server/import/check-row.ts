import type { ImportError } from '../../contract/import.js'
import type { CheckValue } from './check-value.js'
import type { MappedColumn } from './column-mapping.js'
import { unescapeFormula } from './formula.js'
import type { CsvRow } from './read-csv.js'

/** A row as a record's fields, or what is wrong with it. */
export interface CheckedRow {
  line: number
  values: Record<string, string>
  errors: ImportError[]
}

/** How the rows of one file are read. */
export interface RowRules {
  columns: readonly MappedColumn[]
  /** How many cells the header has. */
  width: number
  /** Fields that every row needs → what to say of a row without. */
  required: Readonly<Record<string, string>>
  /** What fields are that a row leaves empty. */
  defaults: Readonly<Record<string, string>>
  check: CheckValue
}

/** Takes the mapped cells of a row, without surrounding space; an empty cell is no value. */
export function checkRow({ line, cells }: CsvRow, { columns, width, required, defaults, check }: RowRules): CheckedRow {
  if (cells.length !== width) {
    return { line, values: {}, errors: [{ line, message: `The row has ${cells.length} cells, the header has ${width}.` }] }
  }
  const values: Record<string, string> = { ...defaults }
  const errors: ImportError[] = []
  for (const { index, heading, field } of columns) {
    const value = unescapeFormula((cells[index] ?? '').trim())
    const message = value === '' ? required[field] : check(field, value)
    if (message) errors.push({ line, column: heading, message })
    else if (value !== '') values[field] = value
  }
  return { line, values, errors }
}
