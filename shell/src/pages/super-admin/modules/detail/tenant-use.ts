import type { ListSource } from '@innoerp/sdk/ui'
import { tenantsOf, type ModuleTenant } from '../../../../clients/modules'
import { usage, type Usage } from '../../../../clients/usage'

/** An organization that has a module, and what it used of it. */
export interface TenantUse extends ModuleTenant, Pick<Usage, 'requests' | 'errors' | 'p99_ms'> {
  /** In units of 1,048,576 bytes. */
  used_mb: number
}

const NOTHING_USED = { requests: 0, errors: 0, p99_ms: 0, storage_mb: 0 }

/** The organizations of a module with their figures; who used nothing yet has zeros. */
export const tenantsWithUsage = (moduleId: string): ListSource<TenantUse> => {
  const tenants = tenantsOf(moduleId)
  return {
    path: tenants.path,
    list: async (params, options) => {
      const [page, figures] = await Promise.all([tenants.list(params, options), usage.list({ module_id: moduleId, limit: 200 }, options)])
      const used = new Map(figures.items.map((row) => [row.organization_id, row]))
      const items = page.items.map((tenant): TenantUse => {
        const { requests, errors, p99_ms, storage_mb } = used.get(tenant.organization_id) ?? NOTHING_USED
        return { ...tenant, requests, errors, p99_ms, used_mb: storage_mb }
      })
      return { ...page, items }
    },
  }
}
