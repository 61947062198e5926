import { requestErrors } from '../../platform/errors/core-errors.js'
import type { PublicContext, ServiceContext } from '../../platform/http/service-context.js'
import { auditFrom, scopeOf } from '../../platform/http/service-context.js'
import { throttle } from '../../platform/limits/throttle.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import { findAccount, readMe, scopeOfRealm, type MembershipRow, type MeRow } from './account-repository.js'
import { authErrors } from './errors.js'
import type { LinkService } from './link-service.js'
import type { Passwords } from './passwords.js'
import type { Registration, RegistrationService } from './registration-service.js'
import type { RefreshTokens } from './refresh-tokens.js'
import { realmOf } from './realm.js'
import type { SessionOwner } from './session-repository.js'
import { ACCESS_SECONDS, type AccessTokens } from './tokens.js'

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
  platform: Platform
  passwords: Passwords
  tokens: AccessTokens
  refreshTokens: RefreshTokens
  links: Pick<LinkService, 'memberships'>
  registrations: RegistrationService
}

/** Sessions: opened by a password, renewed by a refresh token, ended. */
export interface AuthService {
  /** @throws AUTH_INVALID_CREDENTIALS (401), REQUEST_THROTTLED (429) */
  login(ctx: PublicContext, credentials: Credentials): Promise<Opened>
  /** Makes an account and opens its first session. */
  register(ctx: PublicContext, input: Registration): Promise<Opened>
  /** @throws AUTH_SESSION_ENDED (401) */
  refresh(ctx: PublicContext, refreshToken: string | undefined): Promise<Opened>
  /** Ends the session of this token, if it is one of this host. */
  logout(ctx: PublicContext, refreshToken: string | undefined): Promise<void>
  me(ctx: ServiceContext): Promise<MeRow & { current_organization_id: string | null; organizations: MembershipRow[] }>
}

export function createAuthService(deps: AuthServiceDeps): AuthService {
  const { config, audit, bus, logs } = deps.platform
  const log = logs.logger('auth-service', 'auth')
  const fields = ({ requestId }: PublicContext) => ({ request_id: requestId })
  const withName = (ctx: PublicContext, { email }: Credentials) => ({ ...fields(ctx), username: email })
  const refresh: AuthService['refresh'] = async (ctx, token) => {
    const rotation = token === undefined ? undefined : await deps.refreshTokens.rotate(realmOf(config, ctx), token)
    if (rotation && 'token' in rotation) return { accessToken: await deps.tokens.issue(rotation.subject), refreshToken: rotation.token }
    if (rotation?.refused === 'reused') {
      const { id, email, organization_id } = rotation.subject
      log.warn({ ...fields(ctx), client_host: ctx.address, user_id: id }, 'A used refresh token came again; its session was ended')
      await audit.append(scopeOfRealm(organization_id), { ...auditFrom(ctx), actor: { id, email }, action: 'session.token_reused', target: { type: 'user', id } })
      await bus.announce({ kind: 'user', id })
    }
    throw authErrors.SESSION_ENDED()
  }
  const logout: AuthService['logout'] = async (ctx, token) => {
    if (token === undefined || !ctx.site || ctx.site.kind === 'public') return
    const userId = await deps.refreshTokens.end(realmOf(config, ctx), token)
    if (userId !== undefined) await bus.announce({ kind: 'user', id: userId })
  }
  return {
    login: logged({ log, action: 'login', fields: withName }, (ctx, credentials) => login(deps, ctx, credentials)),
    register: async (ctx, input) => openSession(deps, ctx, await deps.registrations.register(ctx, input)),
    refresh: logged<Parameters<typeof refresh>, Opened>({ log, action: 'refresh', fields }, refresh),
    logout: logged<Parameters<typeof logout>, void>({ log, action: 'logout', fields }, logout),
    me: async (ctx) => {
      const { me, memberships } = await readMe(deps.platform.database.core, scopeOf(ctx), ctx.caller.id)
      if (!me) throw requestErrors.UNAUTHENTICATED()
      return { ...me, current_organization_id: me.organization_id, organizations: [...memberships, ...(await deps.links.memberships(ctx))] }
    },
  }
}

async function login(deps: AuthServiceDeps, ctx: PublicContext, credentials: Credentials): Promise<Opened> {
  const { config, database, limits, audit } = deps.platform
  const realm = realmOf(config, ctx)
  const email = credentials.email.trim().toLowerCase()
  const accountKey = `login:account:${realm ?? 'admin'}:${email}`
  await throttle(limits, `login:address:${ctx.address}`, { max: config.limits.logInsAMinute, windowMs: MINUTE_MS })
  // Counted before the password is looked at, so that guesses side by side do not slip through; a success takes it back.
  if (config.limits.logInsAMinute > 0) await throttle(limits, accountKey, ACCOUNT_LIMIT)
  const account = await findAccount(database.core, realm, email)
  const isRight = await deps.passwords.verify(credentials.password, account?.password_hash)
  const isForHere = credentials.organization_id === undefined || credentials.organization_id === realm
  if (!account || !isRight || !account.is_active || !isForHere) {
    // Nobody is named who is not here; what was typed into the field may be a password.
    const data = account ? { email: account.email } : {}
    await audit.append(scopeOfRealm(realm), { ...auditFrom(ctx), action: 'user.login_failed', ...(account && { target: { type: 'user', id: account.id } }), data })
    throw authErrors.INVALID_CREDENTIALS()
  }
  await limits.clear(accountKey)
  return openSession(deps, ctx, account)
}

/** Opens a session for an account whose owner has shown that they are it. */
export async function openSession({ platform, refreshTokens, tokens }: AuthServiceDeps, ctx: PublicContext, account: SessionOwner): Promise<Opened> {
  const { id, email, organization_id } = account
  const opened = await platform.database.core.transaction(scopeOfRealm(organization_id), async (tx) => {
    const started = await refreshTokens.start(tx, account, { ip: ctx.address, user_agent: ctx.userAgent })
    await platform.audit.append(tx, { ...auditFrom(ctx), actor: { id, email }, action: 'user.authenticated', target: { type: 'user', id } })
    if (organization_id !== null) {
      const data = { user_id: id, email, organization_id }
      await platform.events.publish(tx, { topic: 'user.authenticated', organization_id, user_id: id, aggregate_id: id, data })
    }
    return started
  })
  return { accessToken: await tokens.issue(opened.subject), refreshToken: opened.token }
}

/** The wire's form of a session's access token. */
export const tokenAnswer = ({ accessToken }: Opened) => ({
  access_token: accessToken,
  token_type: 'bearer' as const,
  expires_in: ACCESS_SECONDS,
})
