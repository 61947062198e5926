import type { Context, ListParams } from '@innoerp/sdk/contract'
import { escapeFormula } from '@innoerp/sdk/server'
import { stringify } from 'csv-stringify/sync'
import type { Company } from '../../shared/company.js'
import { EXPORT_FIELDS } from '../../shared/company-export.js'
import type { CompanyRepository } from '../company-repository.js'

/** Companies read in one go. */
const PAGE_ROWS = 1_000

/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\uFEFF'

export type ExportCompanies = (ctx: Context, params: ListParams) => AsyncGenerator<string>

/** Writes companies as CSV (RFC 4180), page by page, so that any number of them takes the memory of one page. */
export const createExportCompanies = ({ companies }: { companies: CompanyRepository }): ExportCompanies =>
  async function* exported(ctx, params) {
    // The header goes out with the first page, so that a refused query is still answered as an error.
    let before = BOM + stringify([[...EXPORT_FIELDS]], { record_delimiter: 'windows' })
    let after: string | undefined
    do {
      const page = await companies.list(ctx, { ...params, limit: PAGE_ROWS, total: false, ...(after !== undefined && { after }) })
      yield before + rowsOf(page.items)
      before = ''
      after = page.next ?? undefined
    } while (after !== undefined)
  }

const rowsOf = (companies: readonly Company[]): string =>
  stringify([...companies], { columns: [...EXPORT_FIELDS], cast: { string: escapeFormula }, record_delimiter: 'windows' })
