import type { ImportError, ImportField } from '../../shared/company-import.js'
import { unescapeFormula } from '../export/formula.js'
import type { MappedColumn } from './column-mapping.js'
import type { CsvRow } from './read-csv.js'

/** What is wrong with the value of a field; undefined if nothing is. */
export type CheckValue = (field: ImportField, value: string) => string | undefined

/** A row as a company's fields, or what is wrong with it. */
export interface CheckedRow {
  values: Partial<Record<ImportField, string>>
  errors: ImportError[]
}

/** How the rows of one file are read. */
export interface RowRules {
  columns: readonly MappedColumn[]
  /** How many cells the header has. */
  width: number
  check: CheckValue
}

/** Takes the mapped cells of a row, without surrounding space; an empty cell is no value. */
export function checkRow({ line, cells }: CsvRow, { columns, width, check }: RowRules): CheckedRow {
  if (cells.length !== width) {
    return { values: {}, errors: [{ line, message: `The row has ${cells.length} cells, the header has ${width}.` }] }
  }
  const values: Partial<Record<ImportField, string>> = {}
  const errors: ImportError[] = []
  for (const { index, heading, field } of columns) {
    const value = unescapeFormula((cells[index] ?? '').trim())
    const message = value === '' ? (field === 'name' ? 'A company needs a name.' : undefined) : check(field, value)
    if (message) errors.push({ line, column: heading, message })
    else if (value !== '') values[field] = value
  }
  return { values, errors }
}
