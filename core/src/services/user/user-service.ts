import { RANK, type ListParams, type PageOf, type UserType } from '@innoerp/sdk/contract'
import { platformErrors, versionsOf } from '@innoerp/sdk/server'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import { auditFrom, scopeOf, type ServiceContext } from '../../platform/http/service-context.js'
import { logged } from '../../platform/logging/logged.js'
import type { Platform } from '../../platform/platform.js'
import type { VerificationService } from '../auth/verification-service.js'
import { userErrors } from './errors.js'
import type { OwnPatch, User } from './schemas.js'
import { lockAccounts, type UserRepository } from './user-repository.js'

/** A change of one person: whose, and the `If-Match` it is based on. */
export interface Target {
  id: string
  ifMatch: string | undefined
}

export interface UserServiceDeps {
  platform: Pick<Platform, 'database' | 'events' | 'bus' | 'logs' | 'audit'>
  users: UserRepository
  verifications: Pick<VerificationService, 'begin'>
  /** Ends every session of a user. */
  endSessions(tx: CoreTransaction, userId: string): Promise<void>
}

/** People of the caller's organization. Errors: USER_NOT_FOUND (404), PLATFORM_STALE_VERSION (412). */
export interface UserService {
  list(ctx: ServiceContext, params: ListParams): Promise<PageOf<User>>
  /** Everybody of any organization, for super admins. */
  listOf(organizationId: string, params: ListParams): Promise<PageOf<User>>
  get(ctx: ServiceContext, id: string): Promise<User>
  /** @throws USER_EMAIL_TAKEN (409) */
  changeOwn(ctx: ServiceContext, change: { patch: OwnPatch; ifMatch: string | undefined }): Promise<User>
  /** @throws USER_RANK (403), USER_LAST_ADMIN (409) */
  changeType(ctx: ServiceContext, target: Target, type: UserType): Promise<User>
  /** @throws USER_RANK (403), USER_LAST_ADMIN (409) */
  changeStatus(ctx: ServiceContext, target: Target, isActive: boolean): Promise<User>
}

export function createUserService(deps: UserServiceDeps): UserService {
  const { platform, users } = deps
  const log = platform.logs.logger('user-service', 'users')
  const fields = ({ requestId, caller }: ServiceContext) => ({ request_id: requestId, user_id: caller.id, username: caller.email })
  const get: UserService['get'] = async (ctx, id) => {
    const user = seesOthers(ctx) || id === ctx.caller.id ? await users.find(scopeOf(ctx), id) : undefined
    if (!user) throw userErrors.NOT_FOUND()
    return user
  }
  const changeType: UserService['changeType'] = (ctx, target, type) =>
    change(deps, ctx, {
      ...target,
      topic: 'user.type.changed',
      work: async (tx, before) => {
        if (RANK[type] > RANK[ctx.caller.user_type] || RANK[before.user_type] > RANK[ctx.caller.user_type]) throw userErrors.RANK()
        if (type !== 'admin') await keepAnAdmin(users, tx, before)
        return users.setType(tx, before.id, type)
      },
    })
  const changeStatus: UserService['changeStatus'] = (ctx, target, isActive) =>
    change(deps, ctx, {
      ...target,
      topic: 'user.updated',
      work: async (tx, before) => {
        if (RANK[before.user_type] > RANK[ctx.caller.user_type]) throw userErrors.RANK()
        if (isActive) return users.setStatus(tx, before.id, true)
        await keepAnAdmin(users, tx, before)
        await deps.endSessions(tx, before.id)
        return users.setStatus(tx, before.id, false)
      },
    })
  return {
    list: (ctx, params) => users.list(scopeOf(ctx), params, seesOthers(ctx) ? undefined : ctx.caller.id),
    listOf: (organizationId, params) => users.listOf(organizationId, params),
    get,
    changeOwn: (ctx, { patch, ifMatch }) =>
      change(deps, ctx, { id: ctx.caller.id, ifMatch, topic: 'user.updated', work: (tx, before) => changeOwn(deps, ctx, { tx, before, patch }) }),
    changeType: logged<Parameters<typeof changeType>, User>({ log, action: 'change_user_type', fields }, changeType),
    changeStatus: logged<Parameters<typeof changeStatus>, User>({ log, action: 'change_user_status', fields }, changeStatus),
  }
}

/** A new address is unverified until its owner opens the mailed link. */
async function changeOwn({ users, verifications }: UserServiceDeps, ctx: ServiceContext, { tx, before, patch }: { tx: CoreTransaction; before: User; patch: OwnPatch }): Promise<User> {
  const after = await users.setOwn(tx, before.id, patch)
  if (after.email !== before.email && ctx.site?.kind === 'tenant') await verifications.begin(tx, { user_id: after.id, email: after.email, organization: ctx.site.tenant.organization })
  return after
}

/** Clients and suppliers come from outside: they see themselves only (DECISIONS 4). */
const seesOthers = ({ caller }: ServiceContext): boolean => RANK[caller.user_type] >= RANK.employee

async function keepAnAdmin(users: UserRepository, tx: CoreTransaction, { id }: User): Promise<void> {
  const admins = await users.activeAdmins(tx)
  if (admins.length === 1 && admins[0] === id) throw userErrors.LAST_ADMIN()
}

/** Changes one person in a transaction of its own, tells the other services, and makes it count at once everywhere. */
async function change(
  { platform: { database, events, bus, audit }, users }: UserServiceDeps,
  ctx: ServiceContext,
  { id, ifMatch, topic, work }: Target & { topic: 'user.updated' | 'user.type.changed'; work(tx: CoreTransaction, before: User): Promise<User> },
): Promise<User> {
  const after = await database.core.transaction(scopeOf(ctx), async (tx) => {
    await lockAccounts(database.core, tx, ctx.caller.organization_id)
    const before = await users.find(tx, id)
    if (!before) throw userErrors.NOT_FOUND()
    if (versionsOf(ifMatch)?.includes(before.version) === false) throw platformErrors.STALE_VERSION()
    const user = await work(tx, before)
    await audit.append(tx, { ...auditFrom(ctx), action: topic, target: { type: 'user', id }, data: changed(before, user) })
    const organization_id = ctx.caller.organization_id
    if (organization_id !== undefined) {
      const { email, user_type, is_active } = user
      const data = { user_id: id, email, organization_id, user_type, is_active, by: ctx.caller.id }
      // A type is a role in the organization: one operation, both events (DECISIONS 1).
      const topics = topic === 'user.type.changed' ? ([topic, 'user.role.changed'] as const) : ([topic] as const)
      for (const each of topics) await events.publish(tx, { topic: each, organization_id, user_id: ctx.caller.id, aggregate_id: id, data })
    }
    return user
  })
  await bus.announce({ kind: 'user', id })
  return after
}

/** The fields that differ, as they were and as they are. */
function changed(before: User, after: User): { before: Partial<User>; after: Partial<User> } {
  const fields = (Object.keys(after) as (keyof User)[]).filter((field) => before[field] !== after[field] && field !== 'updated_at' && field !== 'version')
  const of = (user: User) => Object.fromEntries(fields.map((field) => [field, user[field]]))
  return { before: of(before), after: of(after) }
}
