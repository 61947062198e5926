import type { Api } from '@innoerp/sdk/ui'

/** Counts of organizations and their subscriptions, with what was asked for besides. */
export interface TenantStats {
  total_tenants: number
  active_tenants: number
  trial_tenants: number
  expired_tenants: number
  subscriptions_active: number
  subscriptions_trial: number
  subscriptions_expired: number
  /** Who signed up in each of the last twelve months; `month` as `2026-11`, the oldest first. */
  by_month?: readonly { month: string; signups: number }[]
  /** Those that are not deleted, the largest first; null: none was named. */
  by_industry?: readonly { industry_code: string | null; industry_name: string | null; tenants: number }[]
}

export const tenantStats = (api: Api, by: 'month' | 'industry'): Promise<TenantStats> => api.get('/api/v1/organizations/stats', { query: { by } })
