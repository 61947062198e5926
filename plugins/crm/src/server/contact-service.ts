import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { contactEvents } from '../shared/events.js'
import type { ContactRepository } from './contact-repository.js'
import type { References } from './references.js'

interface Deps {
  contacts: ContactRepository
  references: References
  events: ModuleEvents
}

/** Contacts. Errors: `CRM_COMPANY_MISSING`, and those of every record. */
export const createContactService = ({ contacts, references, events }: Deps) =>
  recordService({
    records: contacts,
    events,
    types: contactEvents,
    created: ({ first_name, last_name, company_id = null }) => ({ name: [first_name, last_name].filter(Boolean).join(' '), company_id }),
    saving: references.hold,
  })
