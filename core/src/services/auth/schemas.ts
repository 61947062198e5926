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
})

/** The cookie says everything; an empty object is taken too. */
export const EmptyBody = Type.Union([Strict({}), Type.Null()])

export const MessageAnswer = Type.Object({ message: Type.String() })

/** The claims of an access token (facts §3). */
export const Claims = Type.Object({
  sub: Uuid,
  email: Type.String(),
  is_superuser: Type.Boolean(),
  organization_id: Type.Optional(Uuid),
  type: Type.Literal('access'),
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
