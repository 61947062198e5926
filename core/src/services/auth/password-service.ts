import { auditFrom, scopeOf, type PublicContext, type ServiceContext } from '../../platform/http/service-context.js'
import { layOut } from '../../platform/mail/layout.js'
import { throttle } from '../../platform/limits/throttle.js'
import type { Platform } from '../../platform/platform.js'
import { findAccount, findById, scopeOfRealm, setPassword, type Account, type Realm } from './account-repository.js'
import { authErrors } from './errors.js'
import { accountMail, languageOf } from './mails.js'
import type { OneTimeTokens } from './one-time-tokens.js'
import type { Passwords } from './passwords.js'
import { realmOf } from './realm.js'
import type { RefreshTokens } from './refresh-tokens.js'

const MINUTE_MS = 60_000
const ACCOUNT_LIMIT = { max: 5, windowMs: 15 * MINUTE_MS }

export interface PasswordServiceDeps {
  platform: Platform
  passwords: Passwords
  refreshTokens: RefreshTokens
  oneTime: OneTimeTokens
}
/** Passwords that people change, or choose anew by a mailed link. */
export interface PasswordService {
  /** Ends every other session. @throws AUTH_WRONG_PASSWORD (422), AUTH_WEAK_PASSWORD (422), REQUEST_THROTTLED (429) */
  change(ctx: ServiceContext, input: { current_password: string; new_password: string }): Promise<void>
  /** Mails a link where there is such an account. Whether there is, nothing tells: neither the answer nor its time. */
  forgot(ctx: PublicContext, email: string): Promise<void>
  /** Ends every session. @throws AUTH_TOKEN_INVALID (422), AUTH_WEAK_PASSWORD (422) */
  reset(ctx: PublicContext, input: { token: string; new_password: string }): Promise<void>
}

export function createPasswordService(deps: PasswordServiceDeps): PasswordService {
  const { platform, passwords, refreshTokens, oneTime } = deps
  const { database, limits, config, bus, audit, mail } = platform
  const log = platform.logs.logger('auth-service', 'passwords')
  const mailOf = mailer(platform)

  const change: PasswordService['change'] = async (ctx, { current_password, new_password }) => {
    const { caller } = ctx
    if (config.limits.logInsAMinute > 0) await throttle(limits, `password:${caller.id}`, ACCOUNT_LIMIT)
    const account = await findById(database.core, caller.organization_id ?? null, caller.id)
    if (!account || !(await passwords.verify(current_password, account.password_hash))) throw authErrors.WRONG_PASSWORD()
    passwords.check(new_password, account)
    const hash = await passwords.hash(new_password)
    await database.core.transaction(scopeOf(ctx), async (tx) => {
      await setPassword(database.core, tx, { id: account.id, hash })
      await refreshTokens.endAll(tx, account.id, caller.session_id)
      await audit.append(tx, { ...auditFrom(ctx), action: 'password.changed', target: { type: 'user', id: account.id } })
      await mail.send(tx, mailOf('changed', { ctx, account, path: '/sign-in' }))
    })
    await bus.announce({ kind: 'user', id: account.id })
  }
  const mailLink = async (ctx: PublicContext, realm: Realm, email: string): Promise<void> => {
    const account = await findAccount(database.core, realm, email)
    if (!account?.is_active) return
    await database.core.transaction(scopeOfRealm(realm), async (tx) => {
      const token = await oneTime.issue(tx, 'password_reset', { user_id: account.id, organization_id: realm, email: account.email })
      await mail.send(tx, mailOf('reset', { ctx, account, path: `/reset-password?token=${token}` }))
      await audit.append(tx, { ...auditFrom(ctx), action: 'password.reset_requested', target: { type: 'user', id: account.id } })
    })
  }
  return {
    change,
    forgot: async (ctx, given) => {
      const realm = realmOf(config, ctx)
      const email = given.trim().toLowerCase()
      await throttle(limits, `forgot:address:${ctx.address}`, { max: config.limits.logInsAMinute, windowMs: MINUTE_MS })
      // Over its limit an account gets no more mails; whoever asks is told the same.
      if (config.limits.logInsAMinute > 0 && (await limits.hit(`forgot:account:${realm ?? 'admin'}:${email}`, ACCOUNT_LIMIT)) > 0) return
      mailLink(ctx, realm, email).catch((error: unknown) => log.error({ err: error, request_id: ctx.requestId }, 'A link for a new password could not be mailed'))
    },
    reset: resetter(deps),
  }
}

const mailer =
  ({ origins }: Platform) =>
  (kind: 'reset' | 'changed', { ctx, account, path }: { ctx: PublicContext; account: Account; path: string }) => {
    const organization = ctx.site?.kind === 'tenant' ? ctx.site.tenant.organization : undefined
    const origin = organization ? origins.tenant(organization.subdomain) : origins.admin
    const content = accountMail(kind, { language: languageOf(organization?.locale ?? 'en'), name: organization?.name ?? 'innoERP', url: `${origin}${path}` })
    return { organization_id: account.organization_id ?? undefined, to: account.email, ...layOut(content) }
  }

/** Takes a mailed link back: whoever has it chooses the password anew. */
const resetter =
  ({ platform: { database, config, bus, audit }, passwords, oneTime, refreshTokens }: PasswordServiceDeps): PasswordService['reset'] =>
  async (ctx, { token, new_password }) => {
    const key = { token, realm: realmOf(config, ctx) }
    const holder = await database.core.transaction(scopeOfRealm(key.realm), (tx) => oneTime.peek(tx, 'password_reset', key))
    if (!holder) throw authErrors.TOKEN_INVALID()
    passwords.check(new_password, holder)
    const hash = await passwords.hash(new_password)
    await database.core.transaction(scopeOfRealm(key.realm), async (tx) => {
      const used = await oneTime.use(tx, 'password_reset', key)
      if (!used) throw authErrors.TOKEN_INVALID()
      // Whoever read the mail has shown that the address is theirs.
      await setPassword(database.core, tx, { id: used.user_id, hash, verifiedEmail: used.email })
      await refreshTokens.endAll(tx, used.user_id)
      await audit.append(tx, { ...auditFrom(ctx), actor: { id: used.user_id, email: used.email }, action: 'password.reset', target: { type: 'user', id: used.user_id } })
    })
    await bus.announce({ kind: 'user', id: holder.user_id })
  }
