import { getApi, type AnyRecord, type Api, type ListSource, type PageOf } from '@innoerp/sdk/ui'

const AVAILABLE = '/api/v1/modules/available'

/** A module that organizations can be given. */
export interface AvailableModule extends AnyRecord {
  name: string
  description: string
  metadata: { icon: string; color: string }
}

export const availableModules: ListSource<AvailableModule> = {
  path: AVAILABLE,
  list: (query = {}, options = {}) => getApi().get<PageOf<AvailableModule>>(AVAILABLE, { ...options, query }),
}

/** What an organization has booked and uses. */
export interface OwnPlan {
  organization: { trial_ends_at: string | null }
  /** Null: no plan was chosen. */
  subscription: {
    status: string
    current_period_end: string
    cancel_at_period_end: boolean
    plan: { name: string; max_users: number | null; max_projects: number | null; limits: Readonly<Record<string, number>> }
  } | null
  usage: { total_users: number; total_projects: number; storage_used_mb: number; api_calls_this_month: number }
}

/** Calls of the page of an organization's modules; each rejects with an ApiError. */
export const ownModulesClient = (api: Api) => ({
  plan: (organizationId: string): Promise<OwnPlan> => api.get(`/api/v1/organizations/${organizationId}/details`),
  /** Tells the platform's administration. */
  ask: (module_id: string, message: string): Promise<unknown> => api.post('/api/v1/modules/requests', { module_id, ...(message && { message }) }),
})
