import type { Api } from '@innoerp/sdk/ui'

/** A super admin, who belongs to no organization. */
export interface Me {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  is_superuser: boolean
}

/** Calls of the auth service; each rejects with an ApiError. */
export const authClient = (api: Api) => ({
  me: (): Promise<Me> => api.get<Me>('/api/v1/auth/me'),
})
