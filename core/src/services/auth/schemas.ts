import type { FastifyRequest } from 'fastify'
import { Email, Nullable, OneOf, Strict, Timestamp, Type, USER_TYPES, Uuid } from '@innoerp/sdk/contract'

/** A password that somebody chooses. What is easy to guess is refused later, with a reason. */
export const NewPassword = Type.String({ minLength: 8, maxLength: 128, description: '8–128 characters; common ones are refused' })

export const LoginBody = Strict({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 1_000 }),
  organization_id: Type.Optional(Uuid),
})

export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds' }),
  refresh_token: Type.Optional(Type.String({ description: 'With `X-Token-Transport: body` only; otherwise it is a cookie' })),
})

/** What needs no body takes none, or an empty object; see {@link withoutBody}. */
export const EmptyBody = Strict({})
/** Lets a request that has no body at all pass a check for {@link EmptyBody}. */
export const withoutBody = {
  preValidation: async (request: FastifyRequest): Promise<void> => {
    if (request.body === undefined) request.body = {}
  },
}

/** The refresh token, for clients that keep no cookies. */
export const RefreshBody = Type.Union([Strict({ refresh_token: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }), Type.Null()])
export const TransportHeaders = Type.Object({ 'x-token-transport': Type.Optional(OneOf(['body', 'cookie'])) })

export const RegisterBody = Strict({
  email: Email,
  username: Type.String({ minLength: 3, maxLength: 50, pattern: '^[A-Za-z0-9._+-]+$' }),
  password: NewPassword,
  first_name: Type.Optional(Type.String({ maxLength: 100 })),
  last_name: Type.Optional(Type.String({ maxLength: 100 })),
  organization_id: Type.Optional(Uuid),
  invitation_token: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})

const OneTimeToken = Type.String({ minLength: 16, maxLength: 200 })
const GivenPassword = Type.String({ minLength: 1, maxLength: 1_000 })
export const TokenBody = Strict({ token: OneTimeToken })
export const ForgotBody = Strict({ email: Email })
export const PasswordChangeBody = Strict({ current_password: GivenPassword, new_password: NewPassword })
export const PasswordResetBody = Strict({ token: OneTimeToken, new_password: NewPassword })

/** A sign-in that goes on. */
export const OpenSession = Type.Object({
  id: Uuid,
  ip: Nullable(Type.String()),
  user_agent: Nullable(Type.String()),
  created_at: Timestamp,
  last_used_at: Timestamp,
  expires_at: Timestamp,
  is_current: Type.Boolean({ description: 'The one that asks' }),
})

export const LinkBody = Strict({ subdomain: Type.String({ minLength: 1, maxLength: 63 }), email: Email, password: GivenPassword })
export const Link = Type.Object({ id: Uuid, organization_id: Uuid, organization_name: Type.String(), subdomain: Type.String(), email: Type.String(), created_at: Timestamp })
export const OwnOrganization = Type.Object({ organization_id: Uuid, name: Type.String(), subdomain: Type.String(), is_current: Type.Boolean() })
export const SwitchAnswer = Type.Object({ url: Type.String() })
export const SwitchQuery = Strict({ code: OneTimeToken })

export const AdminBody = Strict({ email: Email, password: NewPassword })
export const SuperAdminAnswer = Type.Object({ id: Uuid, email: Type.String(), username: Type.String(), is_active: Type.Boolean(), created_at: Timestamp })

export const MessageAnswer = Type.Object({ message: Type.String() })

/** The claims of an access token (facts §3). */
export const Claims = Type.Object({
  sub: Uuid,
  email: Type.String(),
  is_superuser: Type.Boolean(),
  organization_id: Type.Optional(Uuid),
  type: Type.Literal('access'),
  sid: Uuid,
  iss: Type.String(),
  aud: Type.Array(Type.String()),
  iat: Type.Integer(),
  exp: Type.Integer(),
  jti: Uuid,
})

const Membership = Type.Object({
  id: Uuid,
  user_id: Uuid,
  organization_id: Uuid,
  role: Type.String(),
  is_active: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const Me = Type.Object({
  id: Uuid,
  organization_id: Nullable(Uuid),
  email: Email,
  username: Type.String(),
  first_name: Nullable(Type.String()),
  last_name: Nullable(Type.String()),
  is_active: Type.Boolean(),
  is_superuser: Type.Boolean(),
  user_type: OneOf(USER_TYPES),
  created_at: Timestamp,
  updated_at: Timestamp,
  current_organization_id: Nullable(Uuid),
  organizations: Type.Array(Membership),
})

/** JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). */
export const JwksAnswer = Type.Object({
  keys: Type.Array(
    Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), kid: Type.String(), alg: Type.String(), use: Type.String() }),
  ),
})
