import type { UserType } from '@innoerp/sdk/contract'
import { resource, type AnyRecord, type Api, type ListSource } from '@innoerp/sdk/ui'
import { basedOn } from './based-on'

const USERS = '/api/v1/users'
const INVITATIONS = `${USERS}/invitations`

/** A member of the organization. */
export interface User extends AnyRecord {
  email: string
  username: string
  first_name: string | null
  last_name: string | null
  user_type: UserType
  /** False: kept, with everything they did, but they cannot sign in. */
  is_active: boolean
  /** Null: nobody has shown that the address is theirs. */
  email_verified_at: string | null
  created_at: string
  updated_at: string
  version: number
}

export const INVITATION_STATES = ['pending', 'accepted', 'expired', 'revoked'] as const

/** An invitation that somebody was or is to be given. */
export interface Invitation extends AnyRecord {
  email: string
  user_type: UserType
  /** What the link to hand on ends with. */
  invitation_token: string
  status: (typeof INVITATION_STATES)[number]
  expires_at: string
  accepted_at: string | null
  created_at: string
}

export type NewInvitation = Pick<Invitation, 'email' | 'user_type'>

export const users = resource<User>(USERS)
/** The people of any organization, for super admins. */
export const usersOf = (organizationId: string): ListSource<User> => resource<User>(`${USERS}/organization/${organizationId}`)
export const invitations = resource<Invitation, NewInvitation>(INVITATIONS)

export type OwnChanges = Partial<Pick<User, 'first_name' | 'last_name' | 'email'>>

/** Calls of the user service that are no plain reading and writing of records; each rejects with an ApiError. */
export const userClient = (api: Api) => ({
  /** Never above the caller's own type. */
  changeType: (user: User, user_type: UserType): Promise<User> => api.patch(`${USERS}/${user.id}/type`, { user_type }, basedOn(user)),
  setActive: (user: User, is_active: boolean): Promise<User> => api.patch(`${USERS}/${user.id}/status`, { is_active }, basedOn(user)),
  me: (): Promise<User> => api.get(`${USERS}/me`),
  changeMe: (me: User, changes: OwnChanges): Promise<User> => api.patch(`${USERS}/me`, changes, basedOn(me)),
})

/** The link that lets an invited person in, for the host of their organization. */
export const invitationLink = ({ invitation_token }: Invitation, origin: string): string =>
  `${origin}/accept-invitation/${encodeURIComponent(invitation_token)}`
