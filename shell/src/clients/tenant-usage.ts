import type { Api } from '@innoerp/sdk/ui'

/** What an organization uses. */
export interface TenantUsage {
  total_users: number
  active_users: number
  total_projects: number
  /** In units of 1,048,576 bytes. */
  storage_used_mb: number
  api_calls_this_month: number
  last_active: string | null
  /** Everything that its modules count, by their words. */
  counts: Readonly<Record<string, number>>
}

export const tenantUsagePath = (organizationId: string): string => `/api/v1/organizations/${organizationId}/usage`

/** Rejects with an ApiError. */
export const tenantUsage = (api: Api, organizationId: string): Promise<TenantUsage> => api.get(tenantUsagePath(organizationId))
