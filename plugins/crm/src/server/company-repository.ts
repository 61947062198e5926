import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Company, CompanyList } from '../shared/company.js'

export class CompanyModel extends TenantModel {
  static override tableName = 'company'
  static override entity = Company
}

export type CompanyRepository = ReturnType<typeof createCompanyRepository>

export const createCompanyRepository = (db: TenantDb) => ({
  ...db.crud(CompanyModel),
  list: db.list(CompanyModel, CompanyList),
})
