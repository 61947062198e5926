import type { Context } from '../../contract/context.js'
import { newId } from '../database/crud.js'
import type { CheckedRow } from './check-row.js'
import type { MappedColumn } from './column-mapping.js'
import type { ImportSpec, JudgedRow } from './import-spec.js'

/** Those rows of a batch that may be written; the others are told what is wrong with them. */
export type JudgeRows = (ctx: Context, batch: readonly CheckedRow[], columns: readonly MappedColumn[]) => Promise<JudgedRow[]>

/** Judges the rows of one file against each other and against what is stored, batch by batch. */
export function createJudge({ unique = [], judge }: ImportSpec): JudgeRows {
  const seen = new Map<string, number>() // field and value → the line that has it
  const refuseTwice = ({ line, values, fail }: JudgedRow) => {
    for (const field of unique) {
      const value = values[field]
      if (value === undefined) continue
      const key = `${field}:${value.toLowerCase()}`
      const first = seen.get(key)
      if (first === undefined) seen.set(key, line)
      else fail(field, `Line ${first} has “${value}” already.`)
    }
  }
  return async (ctx, batch, columns) => {
    const rows = batch.filter(({ errors }) => errors.length === 0).map((row) => ({ row, judged: judgedRow(row, columns) }))
    const valid = () => rows.filter(({ row }) => row.errors.length === 0).map(({ judged }) => judged)
    for (const one of valid()) refuseTwice(one)
    await judge?.(ctx, valid())
    return valid()
  }
}

const judgedRow = ({ line, values, errors }: CheckedRow, columns: readonly MappedColumn[]): JudgedRow => ({
  id: newId(),
  line,
  values,
  fail: (field, message) => {
    const column = columns.find((one) => one.field === field)?.heading
    errors.push({ line, ...(column !== undefined && { column }), message })
  },
})
