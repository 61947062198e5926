import type { Context, ListParams } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import type { CompanyPatch, NewCompany } from '../shared/company.js'
import { CompanyCreated, CompanyDeleted, CompanyRestored, CompanyUpdated } from '../shared/events.js'
import type { CompanyRepository } from './company-repository.js'
import type { References } from './references.js'

interface Deps {
  companies: CompanyRepository
  references: References
  events: ModuleEvents
}

export type CompanyService = ReturnType<typeof createCompanyService>

/** Companies. Errors: `CRM_OWNER_NOT_ACTIVE`, and those of every record. */
export const createCompanyService = ({ companies, references, events }: Deps) => ({
  list: (ctx: Context, params: ListParams) => companies.list(ctx, params),

  get: (ctx: Context, id: string) => companies.get(ctx, id),

  create: async (ctx: Context, input: NewCompany) => {
    await references.requireOwner(ctx, input)
    const id = newId()
    const created = events.statement(ctx, CompanyCreated, { data: { company_id: id, name: input.name }, aggregate_id: id, aggregate_version: 1 })
    return companies.insert(ctx, { ...input, id }, { also: [created] })
  },

  patch: async (ctx: Context, id: string, change: { values: CompanyPatch; ifMatch: string | undefined }) => {
    await references.requireOwner(ctx, change.values)
    return ctx.transaction(async (tx) => {
      const company = await companies.patch(tx, id, change)
      const data = { company_id: id, fields: Object.keys(change.values) }
      await events.publish(tx, CompanyUpdated, { data, aggregate_id: id, aggregate_version: company.version })
      return company
    })
  },

  /** Hides the company for 30 days; its contacts and deals stay. */
  remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) => {
    const deleted = events.statement(ctx, CompanyDeleted, { data: { company_id: id }, aggregate_id: id })
    return companies.remove(ctx, id, { ifMatch, also: [deleted] })
  },

  restore: (ctx: Context, id: string) =>
    ctx.transaction(async (tx) => {
      const company = await companies.restore(tx, id)
      await events.publish(tx, CompanyRestored, { data: { company_id: id }, aggregate_id: id, aggregate_version: company.version })
      return company
    }),
})
