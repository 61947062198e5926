import { resource, type AnyRecord } from '../../api/resource.js'
import { recordKind } from './record-kind.js'

/** A user of the organization, as far as names go. */
export interface PersonRecord extends AnyRecord {
  email: string
  first_name: string | null
  last_name: string | null
}

/** The users of the organization. */
export const people = resource<PersonRecord>('/api/v1/users')

/** "Marta Lindqvist"; the e-mail of someone who gave no name. */
export const personName = ({ first_name, last_name, email }: Pick<PersonRecord, 'first_name' | 'last_name' | 'email'>): string =>
  [first_name, last_name].filter(Boolean).join(' ') || email

/** Users of the organization as choices. */
export const personKind = recordKind<PersonRecord>({
  source: people,
  title: personName,
  second: (person) => person.email,
  avatar: 'round',
})
