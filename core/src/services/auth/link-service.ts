import { newId } from '@innoerp/sdk/server'
import { auditFrom, type ServiceContext, type PublicContext } from '../../platform/http/service-context.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import { throttle } from '../../platform/limits/throttle.js'
import type { Platform } from '../../platform/platform.js'
import { findAccount, findById, scopeOfRealm, type MembershipRow } from './account-repository.js'
import { authErrors } from './errors.js'
import { createLinkRepository, type LinkRow } from './link-repository.js'
import type { OneTimeTokens } from './one-time-tokens.js'
import type { Passwords } from './passwords.js'
import { realmOf } from './realm.js'
import type { SessionOwner } from './session-repository.js'

const LIMIT = { max: 10, windowMs: 15 * 60_000 }

export interface LinkServiceDeps {
  platform: Platform
  tenants: TenantDirectory
  passwords: Passwords
  oneTime: OneTimeTokens
}
/** An organization that a person can work in. */
export interface OwnOrganization {
  organization_id: string
  name: string
  subdomain: string
  is_current: boolean
}

/** One person's accounts in several organizations: linked by a fresh sign-in to the other one, never by equal addresses (DECISIONS 2). */
export interface LinkService {
  list(ctx: ServiceContext): Promise<LinkRow[]>
  /** @throws AUTH_LINK_REFUSED (422) whatever of it is wrong, REQUEST_THROTTLED (429) */
  add(ctx: ServiceContext, other: { subdomain: string; email: string; password: string }): Promise<LinkRow>
  /** @throws AUTH_LINK_NOT_FOUND (404) */
  remove(ctx: ServiceContext, id: string): Promise<void>
  organizations(ctx: ServiceContext): Promise<OwnOrganization[]>
  memberships(ctx: ServiceContext): Promise<MembershipRow[]>
  /** An address on the other organization's host that signs in there, once, within 30 s. @throws AUTH_NOT_LINKED (404) */
  switchTo(ctx: ServiceContext, organizationId: string): Promise<string>
  /** Whom such an address signs in. @throws AUTH_TOKEN_INVALID (422) */
  arrive(ctx: PublicContext, code: string): Promise<SessionOwner>
}

export function createLinkService({ platform, tenants, passwords, oneTime }: LinkServiceDeps): LinkService {
  const { database, limits, config, audit, origins } = platform
  const rows = createLinkRepository(database.core)
  const list = ({ caller }: ServiceContext) => rows.list(caller.id)
  return {
    list,
    memberships: ({ caller }) => (caller.is_superuser ? Promise.resolve([]) : rows.memberships(caller.id)),
    add: async (ctx, { subdomain, email, password }) => {
      const { caller } = ctx
      if (config.limits.logInsAMinute > 0) await throttle(limits, `link:${caller.id}`, LIMIT)
      const site = tenants.site(`${subdomain.toLowerCase()}.${config.domain}`)
      const organization = site?.kind === 'tenant' && site.tenant.is_active ? site.tenant.organization : undefined
      const account = organization && (await findAccount(database.core, organization.id, email.trim().toLowerCase()))
      const isRight = await passwords.verify(password, account?.password_hash)
      if (!organization || !account?.is_active || !isRight || organization.id === caller.organization_id) throw authErrors.LINK_REFUSED()
      return database.core.transaction('platform', async (tx) => {
        await rows.insert(tx, { id: newId(), user_id: caller.id, linked_user_id: account.id })
        for (const [organizationId, target] of [[caller.organization_id, account.id], [organization.id, caller.id]] as const) {
          await audit.append(tx, { ...auditFrom(ctx), organizationId, action: 'account.linked', target: { type: 'user', id: target } })
        }
        return (await rows.listIn(tx, caller.id)).find((row) => row.organization_id === organization.id) as LinkRow
      })
    },
    remove: (ctx, id) =>
      database.core.transaction('platform', async (tx) => {
        if (!(await rows.remove(tx, ctx.caller.id, id))) throw authErrors.LINK_NOT_FOUND()
        await audit.append(tx, { ...auditFrom(ctx), action: 'account.unlinked', target: { type: 'account_link', id } })
      }),
    organizations: async (ctx) => {
      if (ctx.site?.kind !== 'tenant') return []
      const { id, name, subdomain } = ctx.site.tenant.organization
      const own = { organization_id: id, name, subdomain, is_current: true }
      return [own, ...(await list(ctx)).map((row) => ({ organization_id: row.organization_id, name: row.organization_name, subdomain: row.subdomain, is_current: false }))]
    },
    switchTo: async (ctx, organizationId) => {
      const link = (await list(ctx)).find((row) => row.organization_id === organizationId)
      if (!link) throw authErrors.NOT_LINKED()
      const code = await database.core.transaction(scopeOfRealm(organizationId), (tx) => oneTime.issue(tx, 'switch', { user_id: link.user_id, organization_id: organizationId, email: link.email }))
      return `${origins.tenant(link.subdomain)}/switch?code=${code}`
    },
    arrive: async (ctx, code) => {
      const realm = realmOf(config, ctx)
      const holder = await database.core.transaction(scopeOfRealm(realm), (tx) => oneTime.use(tx, 'switch', { token: code, realm }))
      const account = holder && (await findById(database.core, realm, holder.user_id))
      if (!account?.is_active) throw authErrors.TOKEN_INVALID()
      return account
    },
  }
}
