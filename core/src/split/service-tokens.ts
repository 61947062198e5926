import { jwtVerify, SignJWT } from 'jose'
import type { ServiceName } from '../config/services-settings.js'
import { ALGORITHM, type SigningKeys } from '../services/auth/keys.js'

/** Seconds that a token between services lives; it is made anew when half of them are over. */
const SECONDS = 60
/** How far the clocks of two machines may be apart. */
const SKEW_SECONDS = 30
const TYPE = 'innoerp-service+jwt'
const MAX_LENGTH = 2_048
const MAX_KNOWN = 100
const RELOAD_MS = 1_000

export interface ServiceTokens {
  /** The token with which a service asks `audience`; one for many requests. */
  issue(audience: ServiceName): Promise<string>
  /** Whether it is a token of ours for one of these services. In memory, once it was seen. */
  verify(token: string, audience: readonly ServiceName[]): Promise<boolean>
}

/** Tokens between services, signed with the keys of access tokens but of another type, so that neither passes for the other. */
export function createServiceTokens({ keys, issuer, now = Date.now }: { keys: SigningKeys; issuer: string; now?: () => number }): ServiceTokens {
  const made = new Map<ServiceName, { token: Promise<string>; until: number }>()
  const seen = new Map<string, number>()
  const make = (audience: ServiceName): Promise<string> => {
    const iat = Math.floor(now() / 1_000)
    return new SignJWT({})
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: keys.current.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(iat)
      .setExpirationTime(iat + SECONDS)
      .sign(keys.current.privateKey)
  }
  const keyOf = keyFinder(keys, now)
  const check = async (token: string, audience: readonly ServiceName[]): Promise<number | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keyOf, { algorithms: [ALGORITHM], typ: TYPE, issuer, audience: [...audience], requiredClaims: ['exp', 'iat'], clockTolerance: SKEW_SECONDS, currentDate: new Date(now()) })
      return ((payload.exp ?? 0) + SKEW_SECONDS) * 1_000
    } catch {
      return undefined
    }
  }
  return {
    issue: (audience) => {
      const known = made.get(audience)
      if (known && known.until > now()) return known.token
      const token = make(audience)
      made.set(audience, { token, until: now() + (SECONDS * 1_000) / 2 })
      return token
    },
    verify: async (token, audience) => {
      const key = `${audience.join()} ${token}`
      if ((seen.get(key) ?? 0) > now()) return true
      if (token.length > MAX_LENGTH) return false
      const until = await check(token, audience)
      if (until === undefined) return false
      if (seen.size >= MAX_KNOWN) seen.clear()
      seen.set(key, until)
      return true
    },
  }
}

/** The key that a token names. One that is not known may be new: then whoever asks has heard of a rotation first. */
function keyFinder(keys: SigningKeys, now: () => number) {
  let reloadedAt = 0
  return async ({ kid = '' }: { kid?: string }) => {
    if (!keys.publicKey(kid) && now() - reloadedAt > RELOAD_MS) {
      reloadedAt = now()
      await keys.reload()
    }
    const key = keys.publicKey(kid)
    if (!key) throw new Error('unknown key')
    return key
  }
}
