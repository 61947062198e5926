import type { Platform } from '../../platform/platform.js'
import { findCaller } from './account-repository.js'
import { SessionCache, type Session } from './session-cache.js'
import type { AccessTokens } from './tokens.js'

const MAX_SESSIONS = 50_000

export type { Session } from './session-cache.js'

/** Tells who a request is from. Type and activity of a user come from the database, never from the token. */
export interface Authenticator {
  /** From the tokens that were verified already; undefined when unknown or ended. Synchronous, for the hot path. */
  peek(token: string): Session | undefined
  /** Verifies the token and loads its user; undefined unless both are good. */
  verify(token: string): Promise<Session | undefined>
  /** How often memory helped, and how much it holds. */
  figures(): { hits: number; misses: number; size: number }
  forgetUser(id: string): void
  forgetOrganization(id: string): void
}

export interface AuthenticatorDeps {
  platform: Pick<Platform, 'database' | 'bus'>
  tokens: AccessTokens
  maxSessions?: number
  now?: () => number
}

/** An authenticator that forgets whom a change on the bus concerns, on every instance, at once. */
export function createAuthenticator({ platform, tokens, maxSessions = MAX_SESSIONS, now = Date.now }: AuthenticatorDeps): Authenticator {
  const cache = new SessionCache({ max: maxSessions, now })
  const underWay = new Map<string, Promise<Session | undefined>>()
  let changes = 0

  const changed = () => {
    changes += 1
    underWay.clear()
  }
  const forget = (owner: string) => {
    changed()
    cache.forget(owner)
  }
  const load = async (token: string): Promise<Session | undefined> => {
    const claims = await tokens.verify(token)
    if (!claims) return undefined
    const seen = changes
    const caller = await findCaller(platform.database.core, claims)
    if (!caller) return undefined
    const session: Session = { caller, expiresAt: claims.exp * 1_000, contexts: new Map() }
    // Something changed while the user was read: good for this request, but not to be kept.
    if (seen === changes) cache.set(token, session)
    return session
  }
  platform.bus.on((change) => {
    if (change.kind === 'user' || change.kind === 'organization') forget(change.id)
    if (change.kind !== 'catalogue') return
    // Told after a lost connection too, when nobody knows whom a change concerned.
    changed()
    cache.clear()
  })
  return {
    peek: (token) => cache.get(token),
    verify: (token) => {
      const known = cache.get(token)
      if (known) return Promise.resolve(known)
      const loading = underWay.get(token) ?? load(token).finally(() => underWay.delete(token))
      underWay.set(token, loading)
      return loading
    },
    figures: () => ({ hits: cache.hits, misses: cache.misses, size: cache.size }),
    forgetUser: forget,
    forgetOrganization: forget,
  }
}
