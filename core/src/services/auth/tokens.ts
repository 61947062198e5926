import { jwtVerify, SignJWT } from 'jose'
import { v7 as uuid } from 'uuid'
import { ALGORITHM, type SigningKeys } from './keys.js'

/** Seconds that an access token lives. */
export const ACCESS_SECONDS = 900
/** `aud` of a super admin's token, who belongs to no organization. */
const ADMIN_AUDIENCE = 'admin'
const MAX_TOKEN_LENGTH = 4_096

/** Claims of an access token (facts §3). `exp` and `iat` are seconds since 1970. */
export interface AccessClaims {
  sub: string
  email: string
  is_superuser: boolean
  /** Absent for a super admin. */
  organization_id?: string
  type: 'access'
  /** The session, which may end before the token does. */
  sid: string
  iss: string
  aud: string[]
  iat: number
  exp: number
  jti: string
}

/** Whom a token is issued to. */
export interface TokenSubject {
  id: string
  email: string
  organization_id: string | null
  session_id: string
}

export interface AccessTokens {
  issue(subject: TokenSubject): Promise<string>
  /** The claims of a token of ours that has not ended; undefined for anything else. */
  verify(token: string): Promise<AccessClaims | undefined>
}

export interface AccessTokenDeps {
  keys: SigningKeys
  /** This installation's own address. */
  issuer: string
  now?: () => number
}

export function createAccessTokens({ keys, issuer, now = Date.now }: AccessTokenDeps): AccessTokens {
  const keyOf = ({ kid }: { kid?: string }) => {
    const key = kid === undefined ? undefined : keys.publicKey(kid)
    if (!key) throw new Error('unknown key')
    return key
  }
  return {
    issue: ({ id, email, organization_id, session_id }) => {
      const iat = Math.floor(now() / 1_000)
      const claims = { email, is_superuser: organization_id === null, ...(organization_id !== null && { organization_id }), type: 'access', sid: session_id }
      return new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: keys.current.kid })
        .setSubject(id)
        .setIssuer(issuer)
        .setAudience([organization_id ?? ADMIN_AUDIENCE])
        .setIssuedAt(iat)
        .setExpirationTime(iat + ACCESS_SECONDS)
        .setJti(uuid())
        .sign(keys.current.privateKey)
    },
    verify: async (token) => {
      if (token.length > MAX_TOKEN_LENGTH) return undefined
      try {
        const { payload } = await jwtVerify<AccessClaims>(token, keyOf, {
          algorithms: [ALGORITHM],
          issuer,
          requiredClaims: ['sub', 'sid', 'aud', 'iat', 'exp', 'jti'],
          currentDate: new Date(now()),
        })
        return isForItsOrganization(payload) ? payload : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** Audience, organization and kind have to say the same: a super admin has no organization, everybody else has one. */
function isForItsOrganization({ type, is_superuser, organization_id, aud }: AccessClaims): boolean {
  const isConsistent = type === 'access' && is_superuser === (organization_id === undefined)
  return isConsistent && Array.isArray(aud) && aud.includes(organization_id ?? ADMIN_AUDIENCE)
}
