import type { ImportSpec, ModuleEvents } from '@innoerp/sdk/server'
import { Company } from '../shared/company.js'
import { IMPORT_FIELDS } from '../shared/company-import.js'
import { CompanyImported } from '../shared/events.js'
import type { CompanyRepository } from './company-repository.js'
import { errors } from './errors.js'

interface Deps {
  companies: CompanyRepository
  events: ModuleEvents
}

const COLUMNS = ['id', ...IMPORT_FIELDS]

/** How companies are taken out of a file. */
export const createCompanyImport = ({ companies, events }: Deps): ImportSpec => ({
  noun: 'company',
  fields: Object.fromEntries(IMPORT_FIELDS.map((field) => [field, Company.properties[field]])),
  required: { name: 'A company needs a name.' },
  errors,
  insert: (tx, rows) => {
    const imported = events.statement(tx, CompanyImported, { data: { company_ids: rows.map(({ id }) => id) } })
    return companies.insertMany(tx, rows.map(({ id, values }) => ({ ...values, id })), { columns: COLUMNS, also: [imported] })
  },
})
