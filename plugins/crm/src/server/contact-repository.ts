import { TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Contact, ContactList } from '../shared/contact.js'

export class ContactModel extends TenantModel {
  static override tableName = 'contact'
  static override entity = Contact
}

export type ContactRepository = ReturnType<typeof createContactRepository>

export const createContactRepository = (db: TenantDb) => ({
  ...db.crud(ContactModel),
  list: db.list(ContactModel, ContactList),
})
