import { formOf, type FieldOptions } from '@innoerp/sdk/ui'
import { Company, type NewCompany } from '../shared/company.js'
import { Contact, type NewContact } from '../shared/contact.js'
import { Deal, type NewDeal } from '../shared/deal.js'
import { companies, contacts, deals } from './crm-api.js'
import { companyKind, contactKind, stageKind } from './kinds.js'

const person: FieldOptions = { kind: 'person' }

export const companyForm = formOf<Company, NewCompany>({
  name: 'company',
  schema: Company,
  target: companies,
  layout: ['name', ['industry', 'owner_id'], ['email', 'phone'], 'website', 'street', ['postal_code', 'city'], ['region', 'country']],
  fields: { owner_id: person },
})

/** Chooses who looks after some companies. */
export const assignForm = formOf<Company, Pick<NewCompany, 'owner_id'>>({
  name: 'company',
  schema: { type: 'object', properties: { owner_id: Company.properties.owner_id } },
  target: companies,
  fields: { owner_id: person },
})

export const contactForm = formOf<Contact, NewContact>({
  name: 'contact',
  schema: Contact,
  target: contacts,
  layout: [['first_name', 'last_name'], 'job_title', 'company_id', ['email', 'phone']],
  fields: { company_id: { of: companyKind } },
})

export const dealForm = formOf<Deal, NewDeal>({
  name: 'deal',
  schema: Deal,
  target: deals,
  layout: ['name', 'company_id', 'contact_id', ['amount', 'currency'], ['stage_id', 'probability'], ['expected_close_date', 'owner_id']],
  fields: {
    company_id: { of: companyKind },
    contact_id: { of: contactKind },
    stage_id: { of: stageKind },
    amount: { kind: 'money', currency: 'currency' },
    probability: { unit: '%' },
    owner_id: person,
  },
})
