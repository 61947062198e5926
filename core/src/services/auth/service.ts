import { requestErrors } from '../../platform/errors/core-errors.js'
import type { PublicContext, ServiceContext } from '../../platform/http/service-context.js'
import { scopeOf } from '../../platform/http/service-context.js'
import { throttle } from '../../platform/limits/throttle.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import { findAccount, readMe, scopeOfRealm, type Account, type MembershipRow, type MeRow, type Realm } from './account-repository.js'
import { authErrors } from './errors.js'
import type { Passwords } from './passwords.js'
import type { RefreshTokens } from './refresh-tokens.js'
import { ACCESS_SECONDS, type AccessTokens, type TokenSubject } from './tokens.js'

const MINUTE_MS = 60_000
const ACCOUNT_LIMIT = { max: 10, windowMs: 15 * MINUTE_MS }

export interface Credentials {
  email: string
  password: string
  organization_id?: string
}

/** A session that was opened or renewed: the access token for the answer, the refresh token for the cookie. */
export interface Opened {
  accessToken: string
  refreshToken: string
}

export interface AuthServiceDeps {
  platform: Pick<Platform, 'config' | 'database' | 'events' | 'limits' | 'logs'>
  passwords: Passwords
  tokens: AccessTokens
  refreshTokens: RefreshTokens
}

/** Sessions: opened by a password, renewed by a refresh token, ended. */
export interface AuthService {
  /** @throws AUTH_INVALID_CREDENTIALS (401), REQUEST_THROTTLED (429) */
  login(ctx: PublicContext, credentials: Credentials): Promise<Opened>
  /** @throws AUTH_SESSION_ENDED (401) */
  refresh(ctx: PublicContext, refreshToken: string | undefined): Promise<Opened>
  /** Ends the session of this token, if it is one of this host. */
  logout(ctx: PublicContext, refreshToken: string | undefined): Promise<void>
  me(ctx: ServiceContext): Promise<MeRow & { current_organization_id: string | null; organizations: MembershipRow[] }>
}

export function createAuthService(deps: AuthServiceDeps): AuthService {
  const log = deps.platform.logs.logger('auth-service', 'auth')
  const fields = ({ requestId }: PublicContext) => ({ request_id: requestId })
  const withName = (ctx: PublicContext, { email }: Credentials) => ({ ...fields(ctx), username: email })
  const refresh: AuthService['refresh'] = async (ctx, token) => {
    const rotation = token === undefined ? undefined : await deps.refreshTokens.rotate(realmOf(deps, ctx), token)
    if (rotation && 'token' in rotation) return { accessToken: await deps.tokens.issue(rotation.subject), refreshToken: rotation.token }
    if (rotation?.refused === 'reused') {
      log.warn({ ...fields(ctx), client_host: ctx.address }, 'A used refresh token came again; its session was ended')
    }
    throw authErrors.SESSION_ENDED()
  }
  const logout: AuthService['logout'] = async (ctx, token) => {
    if (token !== undefined && ctx.site && ctx.site.kind !== 'public') await deps.refreshTokens.end(realmOf(deps, ctx), token)
  }
  return {
    login: logged({ log, action: 'login', fields: withName }, (ctx, credentials) => login(deps, ctx, credentials)),
    refresh: logged<Parameters<typeof refresh>, Opened>({ log, action: 'refresh', fields }, refresh),
    logout: logged<Parameters<typeof logout>, void>({ log, action: 'logout', fields }, logout),
    me: async (ctx) => {
      const { me, memberships } = await readMe(deps.platform.database.core, scopeOf(ctx), ctx.caller.id)
      if (!me) throw requestErrors.UNAUTHENTICATED()
      return { ...me, current_organization_id: me.organization_id, organizations: memberships }
    },
  }
}

/** Whose accounts the asked host knows. */
function realmOf({ platform }: AuthServiceDeps, { site }: PublicContext): Realm {
  if (site?.kind === 'tenant') return site.tenant.organization.id
  if (site?.kind === 'admin') return null
  throw authErrors.NO_ACCOUNTS_HERE({ values: { domain: platform.config.domain } })
}

async function login(deps: AuthServiceDeps, ctx: PublicContext, credentials: Credentials): Promise<Opened> {
  const { config, database, limits } = deps.platform
  const realm = realmOf(deps, ctx)
  const email = credentials.email.trim().toLowerCase()
  const accountKey = `login:account:${realm ?? 'admin'}:${email}`
  throttle(limits, `login:address:${ctx.address}`, { max: config.limits.logInsAMinute, windowMs: MINUTE_MS })
  // Counted before the password is looked at, so that guesses side by side do not slip through; a success takes it back.
  if (config.limits.logInsAMinute > 0) throttle(limits, accountKey, ACCOUNT_LIMIT)
  const account = await findAccount(database.core, realm, email)
  const isRight = await deps.passwords.verify(credentials.password, account?.password_hash)
  const isForHere = credentials.organization_id === undefined || credentials.organization_id === realm
  if (!account || !isRight || !account.is_active || !isForHere) throw authErrors.INVALID_CREDENTIALS()
  limits.clear(accountKey)
  return { accessToken: await deps.tokens.issue(account), refreshToken: await openSession(deps, account) }
}

function openSession({ platform, refreshTokens }: AuthServiceDeps, { id, email, organization_id }: Account): Promise<string> {
  const subject: TokenSubject = { id, email, organization_id }
  return platform.database.core.transaction(scopeOfRealm(organization_id), async (tx) => {
    const refreshToken = await refreshTokens.start(tx, subject)
    if (organization_id !== null) {
      const data = { user_id: id, email, organization_id }
      await platform.events.publish(tx, { topic: 'user.authenticated', organization_id, user_id: id, aggregate_id: id, data })
    }
    return refreshToken
  })
}

/** The wire's form of a session's access token. */
export const tokenAnswer = ({ accessToken }: Opened) => ({
  access_token: accessToken,
  token_type: 'bearer' as const,
  expires_in: ACCESS_SECONDS,
})
