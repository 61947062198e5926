import type { Api } from '@innoerp/sdk/ui/auth'
import type { Draft } from './draft'

export interface Industry {
  industry_code: string
  industry_name: string
  description: string | null
}

/** A module of an industry's template. */
export interface IndustryModule {
  module_id: string
  module_name: string
  description: string | null
  /** A name of the icon set. */
  icon: string | null
  /** `#rrggbb`. */
  color: string | null
  is_required: boolean
}

/** Or, where a person decides: that it was asked for. */
export interface Waiting {
  request: { id: string; status: 'pending' }
}

interface List<T> {
  items: T[]
}

/** What sign-up answers: the organization, and the modules that were switched on for it. */
export interface SignedUp {
  organization: { id: string; name: string; subdomain: string }
  modules: { module_id: string; version: string; is_enabled: boolean }[]
}

const open = { authorized: false } as const

/** Calls of the sign-up page; each rejects with an ApiError. */
export const signUpApi = (api: Api) => ({
  industries: (signal: AbortSignal): Promise<Industry[]> =>
    api.get<List<Industry>>('/api/v1/industries', { ...open, signal, query: { limit: 50 } }).then(({ items }) => items),
  modulesOf: (industryCode: string, signal: AbortSignal): Promise<IndustryModule[]> =>
    api
      .get<List<IndustryModule>>(`/api/v1/industries/${encodeURIComponent(industryCode)}/modules`, { ...open, signal })
      .then(({ items }) => items),
  signUp: (draft: Draft, idempotencyKey: string): Promise<SignedUp | Waiting> =>
    api.post<SignedUp | Waiting>('/api/v1/organizations/signup', draft, { ...open, idempotencyKey, timeout: 30_000 }),
})
