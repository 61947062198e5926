import type { Config } from '../../config/config.js'
import type { PublicContext } from '../../platform/http/service-context.js'
import type { Realm } from './account-repository.js'
import { authErrors } from './errors.js'

/**
 * Whose accounts the asked host knows.
 * @throws AUTH_NO_ACCOUNTS_HERE (404) where there are none
 */
export function realmOf({ domain }: Pick<Config, 'domain'>, { site }: PublicContext): Realm {
  if (site?.kind === 'tenant') return site.tenant.organization.id
  if (site?.kind === 'admin') return null
  throw authErrors.NO_ACCOUNTS_HERE({ values: { domain } })
}
