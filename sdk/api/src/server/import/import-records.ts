import type { Context } from '../../contract/context.js'
import { MAX_IMPORT_ERRORS, type ImportError, type ImportResult } from '../../contract/import.js'
import { checkRow, type CheckedRow, type RowRules } from './check-row.js'
import type { CheckValue } from './check-value.js'
import { mapColumns, type MappedColumn, type Mapping } from './column-mapping.js'
import { textOf } from './csv-file.js'
import type { ImportSpec } from './import-spec.js'
import { createJudge } from './judge-rows.js'
import { readCsv } from './read-csv.js'

/** Rows judged and written in one go. */
const BATCH_ROWS = 1_000

export interface ImportOrder {
  file: Buffer
  mapping: Mapping | undefined
  dryRun: boolean
  onError: 'refuse' | 'skip'
  check: CheckValue
}

/**
 * Imports records from a CSV file, all in one transaction: the file is read once, checked and written as it is read. Errors:
 * `FILE_EMPTY`, `FILE_NOT_UTF8`, `FILE_NOT_CSV`, `COLUMNS`, and `ROWS_REFUSED` with the bad rows where they are not to be skipped.
 */
export function importRecords(spec: ImportSpec, ctx: Context, order: ImportOrder): Promise<ImportResult> {
  if (order.dryRun) return readRows({ ...spec, insert: async () => {} }, ctx, order)
  return ctx.transaction(async (tx) => {
    const result = await readRows(spec, tx, order)
    if (result.invalid > 0 && order.onError === 'refuse') throw refusal(spec, result)
    return { ...result, created: result.valid }
  })
}

/** Reads and checks the whole file; valid rows are written in batches until a bad row makes that pointless. */
async function readRows(spec: ImportSpec, ctx: Context, order: ImportOrder): Promise<ImportResult> {
  const tally = new Tally()
  const judge = createJudge(spec)
  let rules: RowRules | undefined
  let batch: CheckedRow[] = []
  const flush = async (columns: readonly MappedColumn[]) => {
    ctx.signal.throwIfAborted()
    const rows = await judge(ctx, batch, columns)
    for (const row of batch) tally.add(row)
    batch = []
    if (rows.length > 0 && (order.onError === 'skip' || tally.invalid === 0)) await spec.insert(ctx, rows)
  }
  for await (const row of readCsv(textOf(order.file, spec.errors), spec.errors)) {
    if (!rules) {
      rules = rulesOf(spec, row.cells, order)
      continue
    }
    batch.push(checkRow(row, rules))
    if (batch.length === BATCH_ROWS) await flush(rules.columns)
  }
  if (rules && batch.length > 0) await flush(rules.columns)
  return tally.result()
}

function rulesOf(spec: ImportSpec, header: readonly string[], { mapping, check }: ImportOrder): RowRules {
  const filled = Object.entries(spec.fields).filter(([, schema]) => typeof schema.default === 'string')
  const defaults = Object.fromEntries(filled.map(([field, schema]) => [field, String(schema.default)]))
  return { columns: mapColumns(header, mapping, spec), width: header.length, required: spec.required, defaults, check }
}

/** Counts rows and keeps what is wrong with them, as far as one answer can tell it. */
class Tally {
  valid = 0
  invalid = 0
  readonly #errors: ImportError[] = []

  add(row: CheckedRow): void {
    if (row.errors.length === 0) this.valid += 1
    else this.invalid += 1
    if (this.#errors.length < MAX_IMPORT_ERRORS) this.#errors.push(...row.errors)
  }

  result(): ImportResult {
    return { total: this.valid + this.invalid, valid: this.valid, invalid: this.invalid, created: 0, errors: this.#errors.slice(0, MAX_IMPORT_ERRORS) }
  }
}

const refusal = ({ errors }: ImportSpec, { invalid, total, errors: details }: ImportResult) => errors.ROWS_REFUSED({ values: { invalid, total }, details })
