import type { Feed } from '@innoerp/sdk/contract'
import { formatLocaleOf, type Language, type Session } from '@innoerp/sdk/ui'
import type { Me } from '../clients/auth'
import { corePermissionsOf } from './core-permissions'

/** Who works where, from what the host says about a member of an organization. */
export function sessionOfFeed({ organization, user, permissions }: Feed, language: Language): Session {
  return {
    organization,
    user,
    permissions: new Set([...permissions, ...corePermissionsOf(user.user_type)]),
    language,
    format: { locale: formatLocaleOf(language, organization), timeZone: organization.time_zone, currency: organization.currency },
  }
}

/** The platform has no currency of its own: amounts in its pages always name theirs. */
const PLATFORM_CURRENCY = 'USD'

/** A super admin works outside of every organization; the formats are those of the device. */
export function sessionOfAdmin({ id, email, first_name, last_name }: Me, language: Language): Session {
  const device = new Intl.DateTimeFormat().resolvedOptions()
  return {
    organization: null,
    user: { id, email, first_name, last_name },
    permissions: new Set(),
    language,
    format: { locale: formatLocaleOf(language, { locale: device.locale }), timeZone: device.timeZone, currency: PLATFORM_CURRENCY },
  }
}

/** How a person is called: by the name, else by the e-mail address. */
export function nameOf({ first_name, last_name, email }: Session['user']): string {
  return [first_name, last_name].filter(Boolean).join(' ') || email
}
