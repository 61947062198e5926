import { resource, type AnyRecord, type Api } from '@innoerp/sdk/ui'

export const SETTINGS = '/api/v1/platform/settings'

export const SIGN_UP_KINDS = ['open', 'approval', 'closed'] as const

/** What holds for the whole platform. */
export interface PlatformSettings {
  signup: (typeof SIGN_UP_KINDS)[number]
  trial_days: number
  support_email: string
  /** Shown to everybody who is signed in; empty for none. */
  notice: string
}

/** Somebody who administers the platform. */
export interface SuperAdmin extends AnyRecord {
  email: string
  username: string
  is_active: boolean
  created_at: string
}
export interface NewSuperAdmin {
  email: string
  password: string
}

export const superAdmins = resource<SuperAdmin, NewSuperAdmin>('/api/v1/platform/admins')

export const REQUEST_STATES = ['pending', 'approved', 'rejected'] as const

/** Somebody who would like an organization, where sign-up needs approval. */
export interface SignUpRequest extends AnyRecord {
  business_name: string
  subdomain: string
  owner_email: string
  owner_name: string
  industry_code: string | null
  status: (typeof REQUEST_STATES)[number]
  created_at: string
  decided_at: string | null
}

export const signUpRequests = resource<SignUpRequest>('/api/v1/signup-requests')

/** Calls for the platform's settings; each rejects with an ApiError. */
export const platformClient = (api: Api) => ({
  settings: (): Promise<PlatformSettings> => api.get(SETTINGS),
  saveSettings: (changes: Partial<PlatformSettings>): Promise<PlatformSettings> => api.put(SETTINGS, changes),
})
