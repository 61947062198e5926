import { Email, entity, listOf, Name, Optional, Uuid, type NewRecord, type RecordPatch, type Static } from '@innoerp/sdk/contract'

/** A company that the organization does, or wants to do, business with. `country` is text as people write it, e.g. `Germany`. */
export const Company = entity({
  name: Name(200),
  email: Optional(Email),
  phone: Optional(Name(50)),
  website: Optional(Name(300)),
  industry: Optional(Name(100)),
  street: Optional(Name(200)),
  city: Optional(Name(100)),
  region: Optional(Name(100)),
  postal_code: Optional(Name(20)),
  country: Optional(Name(100)),
  owner_id: Optional(Uuid),
})
export type Company = Static<typeof Company>
export type NewCompany = NewRecord<typeof Company>
export type CompanyPatch = RecordPatch<typeof Company>

export const CompanyList = listOf(Company, {
  sort: ['name', 'industry', 'city', 'country', 'updated_at'],
  search: ['name', 'email', 'phone', 'city'],
  filter: ['industry', 'city', 'country', 'owner_id'],
})
