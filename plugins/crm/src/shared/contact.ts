import { Email, entity, listOf, Name, Optional, ReadOnly, Type, Uuid, type NewRecord, type RecordPatch, type Static } from '@innoerp/sdk/contract'

/** A person, of a company or not. */
export const Contact = entity({
  name: ReadOnly(Type.String({ description: 'First and last name' })),
  first_name: Optional(Name(100)),
  last_name: Name(100),
  email: Optional(Email),
  phone: Optional(Name(50)),
  job_title: Optional(Name(100)),
  company_id: Optional(Uuid),
})
export type Contact = Static<typeof Contact>
export type NewContact = NewRecord<typeof Contact>
export type ContactPatch = RecordPatch<typeof Contact>

export const ContactList = listOf(Contact, {
  sort: ['last_name', 'name', 'job_title', 'updated_at'],
  search: ['name', 'email', 'phone'],
  filter: ['company_id', 'job_title'],
})
