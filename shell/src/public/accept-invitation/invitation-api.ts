import type { Api, UserType } from '@innoerp/sdk/ui/auth'

/** What anybody with the link may know. */
export interface InvitationInfo {
  email: string
  organization_name: string
  user_type: UserType
  status: 'pending' | 'accepted' | 'expired' | 'revoked'
  expires_at: string
}

export interface Acceptance {
  password: string
  first_name?: string
  last_name?: string
}

const path = (token: string) => `/api/v1/users/invitations/${encodeURIComponent(token)}`

/** Calls of the invitation page; each rejects with an ApiError. */
export const invitationApi = (api: Api) => ({
  read: (token: string, signal: AbortSignal): Promise<InvitationInfo> => api.get(path(token), { authorized: false, signal }),
  accept: (token: string, acceptance: Acceptance, idempotencyKey: string): Promise<unknown> =>
    api.post(`${path(token)}/accept`, acceptance, { authorized: false, idempotencyKey }),
})
