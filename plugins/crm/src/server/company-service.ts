import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { companyEvents } from '../shared/events.js'
import type { CompanyRepository } from './company-repository.js'
import type { References } from './references.js'

interface Deps {
  companies: CompanyRepository
  references: References
  events: ModuleEvents
}

/** Companies; the contacts and deals of a deleted one stay. Errors: `CRM_OWNER_NOT_ACTIVE`, and those of every record. */
export const createCompanyService = ({ companies, references, events }: Deps) =>
  recordService({
    records: companies,
    events,
    types: companyEvents,
    created: ({ name }) => ({ name }),
    check: references.requireOwner,
  })
