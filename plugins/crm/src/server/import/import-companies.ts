import type { Context } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import { MAX_IMPORT_ERRORS, type ImportError, type ImportResult } from '../../shared/company-import.js'
import { CompanyImported } from '../../shared/events.js'
import type { CompanyRepository, ImportedCompany } from '../company-repository.js'
import { errors } from '../errors.js'
import { checkRow, type CheckedRow, type CheckValue, type RowRules } from './check-row.js'
import { mapColumns, type Mapping } from './column-mapping.js'
import { textOf } from './csv-file.js'
import { readCsv } from './read-csv.js'

/** Companies written in one statement. */
const BATCH_ROWS = 1_000

export interface ImportOrder {
  file: Buffer
  mapping: Mapping | undefined
  dryRun: boolean
  onError: 'refuse' | 'skip'
  check: CheckValue
}

interface Deps {
  companies: CompanyRepository
  events: ModuleEvents
}

export type ImportCompanies = (ctx: Context, order: ImportOrder) => Promise<ImportResult>

/**
 * Imports companies from a CSV file, all in one transaction: the file is read once, checked and written as it is read. Errors:
 * `CRM_FILE_EMPTY`, `CRM_FILE_NOT_UTF8`, `CRM_FILE_NOT_CSV`, `CRM_COLUMNS`, and `CRM_ROWS_REFUSED` with the bad rows where they
 * are not to be skipped.
 */
export const createImportCompanies =
  ({ companies, events }: Deps): ImportCompanies =>
  (ctx, order) => {
    if (order.dryRun) return readRows(ctx, order, async () => {})
    return ctx.transaction(async (tx) => {
      const result = await readRows(tx, order, (batch) => {
        const imported = events.statement(tx, CompanyImported, { data: { company_ids: batch.map(({ id }) => id) } })
        return companies.insertMany(tx, batch, [imported])
      })
      if (result.invalid > 0 && order.onError === 'refuse') throw refusal(result)
      return { ...result, created: result.valid }
    })
  }

/** Reads and checks the whole file; valid rows go to `write` in batches until a bad row makes that pointless. */
async function readRows(ctx: Context, order: ImportOrder, write: (batch: ImportedCompany[]) => Promise<void>): Promise<ImportResult> {
  const tally = new Tally()
  let rules: RowRules | undefined
  let batch: ImportedCompany[] = []
  for await (const row of readCsv(textOf(order.file))) {
    if (!rules) {
      rules = { columns: mapColumns(row.cells, order.mapping), width: row.cells.length, check: order.check }
      continue
    }
    const checked = checkRow(row, rules)
    tally.add(checked)
    if (checked.errors.length > 0 || (order.onError === 'refuse' && tally.invalid > 0)) continue
    batch.push({ id: newId(), ...checked.values })
    if (batch.length < BATCH_ROWS) continue
    ctx.signal.throwIfAborted()
    await write(batch)
    batch = []
  }
  if (batch.length > 0) await write(batch)
  return tally.result()
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

const refusal = ({ invalid, total, errors: details }: ImportResult) => errors.ROWS_REFUSED({ values: { invalid, total }, details })
