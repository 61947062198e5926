import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { Company, CompanyList } from '../shared/company.js'
import { IMPORT_FIELDS, type ImportField } from '../shared/company-import.js'
import { COMPANY } from './tables.js'

export class CompanyModel extends TenantModel {
  static override tableName = 'company'
  static override entity = Company
}

/** A company as a file gives it, under the id it will have. */
export type ImportedCompany = { id: string } & Partial<Record<ImportField, string>>

const COLUMNS = ['id', ...IMPORT_FIELDS] as const
const ARRAYS = COLUMNS.map((_, index) => `$${index + 1}::${index === 0 ? 'uuid' : 'text'}[]`)
// One text for any number of rows, so that it is prepared once for a whole import.
const INSERT_MANY = `insert into ${COMPANY} (${COLUMNS.join(', ')}) select * from unnest(${ARRAYS.join(', ')})`

export type CompanyRepository = ReturnType<typeof createCompanyRepository>

export const createCompanyRepository = (db: TenantDb) => ({
  ...db.crud(CompanyModel),
  list: db.list(CompanyModel, CompanyList),

  /** Inserts many companies, and runs `also` with them, in one round trip. */
  insertMany: async (tx: Context, companies: readonly ImportedCompany[], also: readonly Statement[]): Promise<void> => {
    const values = COLUMNS.map((column) => companies.map((company) => company[column] ?? null))
    await db.batch(tx, [bind(INSERT_MANY, values), ...also])
  },
})
