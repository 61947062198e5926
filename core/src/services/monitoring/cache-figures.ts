import type { ModulePlatform } from '../../host/modules.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Authenticator } from '../auth/authenticator.js'

/** What the in-memory caches of this process hold and how often they helped. */
export interface CacheFigures {
  /** Look-ups of verified tokens that were answered from memory. */
  hits: number
  misses: number
  keys: { pattern: string; count: number }[]
}

/** Under the document's names of keys (facts §3). */
export function cacheFigures({ authenticator, tenants, modules }: { authenticator: Authenticator; tenants: TenantDirectory; modules: Pick<ModulePlatform, 'catalogue'> }): CacheFigures {
  const { hits, misses, size } = authenticator.figures()
  const organizations = [...tenants.all()].length
  return {
    hits,
    misses,
    keys: [
      { pattern: 'sessions:{token}', count: size },
      { pattern: 'organizations:{org_id}:modules', count: organizations },
      { pattern: 'modules:registry:active', count: modules.catalogue.list().length },
    ],
  }
}
