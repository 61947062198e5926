import { resource, type AnyRecord, type Api, type PageOf } from '@innoerp/sdk/ui'

/** A super admin, who belongs to no organization. */
export interface Me {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  is_superuser: boolean
}

const AUTH = '/api/v1/auth'
export const OWN_ORGANIZATIONS = `${AUTH}/organizations`

/** A sign-in that goes on. */
export interface OpenSession extends AnyRecord {
  ip: string | null
  user_agent: string | null
  created_at: string
  last_used_at: string
  expires_at: string
  is_current: boolean
}

/** An account of the same person in another organization. */
export interface AccountLink extends AnyRecord {
  organization_id: string
  organization_name: string
  subdomain: string
  email: string
  created_at: string
}

/** The sign-in to the other account, which proves that it is one's own. */
export interface NewLink {
  subdomain: string
  email: string
  password: string
}

/** An organization that the person can work in. */
export interface OwnOrganization {
  organization_id: string
  name: string
  subdomain: string
  is_current: boolean
}

export const sessions = resource<OpenSession>(`${AUTH}/sessions`)
export const accountLinks = resource<AccountLink, NewLink>(`${AUTH}/links`)

/** Calls of the auth service; each rejects with an ApiError. */
export const authClient = (api: Api) => ({
  me: (): Promise<Me> => api.get<Me>(`${AUTH}/me`),
  organizations: (): Promise<OwnOrganization[]> => api.get<PageOf<OwnOrganization>>(OWN_ORGANIZATIONS).then(({ items }) => [...items]),
  /** An address on the other organization's host that signs in there, once. */
  switchTo: (organizationId: string): Promise<{ url: string }> => api.post(`${AUTH}/switch/${organizationId}`, {}),
  changePassword: (current_password: string, new_password: string): Promise<unknown> =>
    api.post(`${AUTH}/password/change`, { current_password, new_password }),
  /** Mails the link that proves the address once more. */
  resendVerification: (): Promise<unknown> => api.post(`${AUTH}/email/resend`, {}),
})
