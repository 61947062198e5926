import type { Tenant } from '../../platform/http/site.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Platform } from '../../platform/platform.js'
import { tenantErrors } from './errors.js'

/** What modules count of an organization: `projects` → how many. */
export type CountsOf = (tenant: Tenant) => Promise<Record<string, number>>

/** What an organization uses, in true figures (facts §1). */
export interface Usage {
  total_users: number
  active_users: number
  total_projects: number
  storage_used_mb: number
  api_calls_this_month: number
  last_active: string | null
  /** Everything that modules count, by their words. */
  counts: Record<string, number>
}
export interface UsageService {
  of(organizationId: string): Promise<Usage>
}

const MEBIBYTE = 1_048_576
const FIGURES = `select (select count(*)::int from users.users where organization_id = $1) as total_users,
  (select count(*)::int from users.users where organization_id = $1 and is_active) as active_users,
  (select coalesce(sum(size), 0)::float8 from platform.files where organization_id = $1) as bytes,
  (select coalesce(sum(requests), 0)::int from platform.module_usage where organization_id = $1 and hour >= date_trunc('month', now())) as api_calls_this_month,
  greatest((select max(last_used_at) from auth.sessions where organization_id = $1), (select max(hour) from platform.module_usage where organization_id = $1)) as last_active`

export function createUsageService({ platform, tenants, countsOf }: { platform: Platform; tenants: TenantDirectory; countsOf: CountsOf }): UsageService {
  return {
    of: async (organizationId) => {
      const tenant = tenants.byId(organizationId)
      if (!tenant) throw tenantErrors.NOT_FOUND()
      await platform.usage.flush()
      const [[row], counts] = await Promise.all([
        platform.database.core.run<Omit<Usage, 'counts' | 'total_projects' | 'storage_used_mb'> & { bytes: number }>('platform', FIGURES, [organizationId]),
        countsOf(tenant),
      ])
      const { bytes = 0, total_users = 0, active_users = 0, api_calls_this_month = 0, last_active = null } = row ?? {}
      return { total_users, active_users, total_projects: counts['projects'] ?? 0, storage_used_mb: Math.round((bytes / MEBIBYTE) * 100) / 100, api_calls_this_month, last_active, counts }
    },
  }
}
