import { recordKind } from '@innoerp/sdk/ui'
import type { Company } from '../shared/company.js'
import type { Contact } from '../shared/contact.js'
import type { Stage } from '../shared/pipeline.js'
import { companies, contacts, stages } from './crm-api.js'

export const companyKind = recordKind<Company>({
  source: companies,
  title: (company) => company.name,
  second: (company) => company.city ?? '',
  avatar: 'square',
})

/** Companies where their name alone is shown. */
export const companyName = recordKind<Company>({ source: companies, title: (company) => company.name })

export const contactKind = recordKind<Contact>({
  source: contacts,
  title: (contact) => contact.name,
  second: (contact) => contact.job_title ?? contact.email ?? '',
  avatar: 'round',
})

export const stageKind = recordKind<Stage>({ source: stages, title: (stage) => stage.name })
