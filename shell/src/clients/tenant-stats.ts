import type { Api } from '@innoerp/sdk/ui'

/** Counts of organizations and their subscriptions, and of those who signed up in each of the last twelve months. */
export interface TenantStats {
  total_tenants: number
  active_tenants: number
  trial_tenants: number
  expired_tenants: number
  subscriptions_active: number
  subscriptions_trial: number
  subscriptions_expired: number
  /** `month` as `2026-11`, the oldest first. */
  by_month: readonly { month: string; signups: number }[]
}

export const tenantStats = (api: Api): Promise<TenantStats> => api.get('/api/v1/organizations/stats', { query: { by: 'month' } })
