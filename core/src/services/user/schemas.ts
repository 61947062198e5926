import {
  Email,
  ListQuery,
  listOf,
  Name,
  Nullable,
  OneOf,
  ReadOnly,
  Strict,
  Timestamp,
  Type,
  USER_TYPES,
  Uuid,
  type Static,
} from '@innoerp/sdk/contract'
import { NewPassword } from '../auth/schemas.js'

export const UserTypeField = OneOf(USER_TYPES)
const PersonName = Name(100)

/** A person of the organization. */
export const User = Type.Object({
  id: ReadOnly(Uuid),
  email: Email,
  username: Type.String(),
  first_name: Nullable(PersonName),
  last_name: Nullable(PersonName),
  user_type: UserTypeField,
  is_active: Type.Boolean(),
  email_verified_at: ReadOnly(Nullable(Timestamp)),
  created_at: ReadOnly(Timestamp),
  updated_at: ReadOnly(Timestamp),
  version: ReadOnly(Type.Integer()),
})
export type User = Static<typeof User>

export const userSpec = listOf(User, {
  sort: ['email', 'created_at'],
  search: ['email', 'username', 'first_name', 'last_name'],
  filter: ['user_type', 'is_active'],
})
export const UserQuery = ListQuery(userSpec)

export const UserParams = Strict({ id: Uuid })
export const OwnPatch = Strict(
  { first_name: Type.Optional(Nullable(PersonName)), last_name: Type.Optional(Nullable(PersonName)), email: Type.Optional(Email) },
  { minProperties: 1 },
)
export type OwnPatch = Static<typeof OwnPatch>
export const TypePatch = Strict({ user_type: UserTypeField })
export const StatusPatch = Strict({ is_active: Type.Boolean() })

export const INVITATION_STATES = ['pending', 'accepted', 'expired', 'revoked'] as const
const InvitationState = OneOf(INVITATION_STATES)

/** An invitation with its token: whoever may read it may hand the link on. */
export const Invitation = Type.Object({
  id: ReadOnly(Uuid),
  organization_id: Uuid,
  email: Email,
  user_type: UserTypeField,
  module_type: Nullable(Type.String()),
  invitation_token: Type.String(),
  status: InvitationState,
  expires_at: Timestamp,
  accepted_at: Nullable(Timestamp),
  created_at: ReadOnly(Timestamp),
})
export type Invitation = Static<typeof Invitation>

export const invitationSpec = listOf(Invitation, { sort: ['created_at'], search: ['email'], filter: ['status', 'user_type'] })
export const InvitationQuery = Strict({
  ...ListQuery(invitationSpec).properties,
  status_filter: Type.Optional(OneOf(INVITATION_STATES, { description: 'Another name of “status”' })),
})

export const NewInvitation = Strict({
  email: Email,
  user_type: UserTypeField,
  module_type: Type.Optional(Nullable(Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$', maxLength: 40 }))),
  invitation_metadata: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 50 })),
})
export type NewInvitation = Static<typeof NewInvitation>

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{20,100}$', description: 'The token of the link' })
export const InvitationParams = Strict({ invitation: Uuid })
export const LinkParams = Strict({ invitation: Token })
export const AcceptParams = Strict({ token: Token })

/** What anybody with the link may know. */
export const InvitationInfo = Type.Object({
  email: Email,
  organization_name: Type.String(),
  user_type: UserTypeField,
  status: InvitationState,
  expires_at: Timestamp,
})

export const Acceptance = Strict({
  password: NewPassword,
  username: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{3,50}$', maxLength: 50 })),
  first_name: Type.Optional(Nullable(PersonName)),
  last_name: Type.Optional(Nullable(PersonName)),
})
export type Acceptance = Static<typeof Acceptance>
