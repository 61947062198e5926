import type { Context, ListParams } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import type { ContactPatch, NewContact } from '../shared/contact.js'
import { ContactCreated, ContactDeleted, ContactRestored, ContactUpdated } from '../shared/events.js'
import type { ContactRepository } from './contact-repository.js'
import type { References } from './references.js'

interface Deps {
  contacts: ContactRepository
  references: References
  events: ModuleEvents
}

export type ContactService = ReturnType<typeof createContactService>

/** Contacts. Errors: `CRM_COMPANY_MISSING`, and those of every record. */
export const createContactService = ({ contacts, references, events }: Deps) => ({
  list: (ctx: Context, params: ListParams) => contacts.list(ctx, params),

  get: (ctx: Context, id: string) => contacts.get(ctx, id),

  create: (ctx: Context, input: NewContact) =>
    ctx.transaction(async (tx) => {
      await references.hold(tx, input)
      const id = newId()
      const data = { contact_id: id, name: [input.first_name, input.last_name].filter(Boolean).join(' '), company_id: input.company_id ?? null }
      const created = events.statement(tx, ContactCreated, { data, aggregate_id: id, aggregate_version: 1 })
      return contacts.insert(tx, { ...input, id }, { also: [created] })
    }),

  patch: (ctx: Context, id: string, change: { values: ContactPatch; ifMatch: string | undefined }) =>
    ctx.transaction(async (tx) => {
      await references.hold(tx, change.values)
      const contact = await contacts.patch(tx, id, change)
      const data = { contact_id: id, fields: Object.keys(change.values) }
      await events.publish(tx, ContactUpdated, { data, aggregate_id: id, aggregate_version: contact.version })
      return contact
    }),

  remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) => {
    const deleted = events.statement(ctx, ContactDeleted, { data: { contact_id: id }, aggregate_id: id })
    return contacts.remove(ctx, id, { ifMatch, also: [deleted] })
  },

  restore: (ctx: Context, id: string) =>
    ctx.transaction(async (tx) => {
      const contact = await contacts.restore(tx, id)
      await events.publish(tx, ContactRestored, { data: { contact_id: id }, aggregate_id: id, aggregate_version: contact.version })
      return contact
    }),
})
