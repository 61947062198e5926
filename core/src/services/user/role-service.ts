import type { ListParams, PageOf } from '@innoerp/sdk/contract'
import { newId, platformErrors, versionsOf } from '@innoerp/sdk/server'
import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import { listRows, type CoreList } from '../../platform/database/core-list.js'
import { violates } from '../../platform/errors/violates.js'
import { auditFrom, scopeOf, tenantOf, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import type { PermissionCatalogue } from './permission-catalogue.js'
import { userErrors } from './errors.js'
import { roleSpec, type NewRole, type Role, type RolePatch } from './role-schemas.js'

export interface RoleServiceDeps {
  platform: Platform
  permissions: PermissionCatalogue
}
/** Roles that an organization makes of its modules' permissions; they only add to what a user type may (DECISIONS 4). */
export interface RoleService {
  list(ctx: ServiceContext, params: ListParams): Promise<PageOf<Role>>
  get(ctx: ServiceContext, id: string): Promise<Role>
  /** @throws USER_UNKNOWN_PERMISSION (422), USER_ROLE_TAKEN (409) */
  create(ctx: ServiceContext, input: NewRole): Promise<Role>
  change(ctx: ServiceContext, target: { id: string; ifMatch: string | undefined }, patch: RolePatch): Promise<Role>
  remove(ctx: ServiceContext, id: string): Promise<void>
  /** Gives a person just these roles. @throws USER_NOT_FOUND (404), USER_UNKNOWN_ROLE (422) */
  assign(ctx: ServiceContext, userId: string, roleIds: readonly string[]): Promise<Role[]>
  ofUser(ctx: ServiceContext, userId: string): Promise<Role[]>
}

const COLUMNS = 'id, name, description, permissions, version, created_at, updated_at'
const LIST: CoreList = { spec: roleSpec, from: 'users.roles r', alias: 'r' }
const INSERT = `insert into users.roles (id, organization_id, name, description, permissions) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`
const UPDATE = `update users.roles set name = coalesce($2, name), description = coalesce($3, description), permissions = coalesce($4, permissions),
  version = version + 1, updated_at = now() where id = $1 returning ${COLUMNS}`
const OF_USER = `select r.${COLUMNS.replaceAll(', ', ', r.')} from users.roles r join users.user_roles ur on ur.role_id = r.id where ur.user_id = $1 order by r.name`
const GIVE = 'insert into users.user_roles (organization_id, user_id, role_id) select organization_id, $1, id from users.roles where id = any($2::uuid[])'

export function createRoleService({ platform, permissions }: RoleServiceDeps): RoleService {
  const { core } = platform.database
  const change = changer(platform)
  const assertKnown = (ctx: ServiceContext, wanted: readonly string[] = []): void => {
    const known = permissions.namesOf(tenantOf(ctx))
    const unknown = wanted.find((name) => !known.has(name))
    if (unknown !== undefined) throw userErrors.UNKNOWN_PERMISSION({ values: { permission: unknown } })
  }
  const named = (error: unknown): unknown => (violates(error, 'roles_name') ? userErrors.ROLE_TAKEN({ details: [{ field: 'name', message: 'Taken.' }] }) : error)
  const find = async (ctx: ServiceContext, on: CoreTransaction | undefined, id: string): Promise<Role> => {
    const [row] = await core.run<Role>(on ?? scopeOf(ctx), `select ${COLUMNS} from users.roles where id = $1`, [id])
    if (!row) throw userErrors.ROLE_NOT_FOUND()
    return row
  }
  return {
    list: (ctx, params) => listRows<Role>({ db: core, scope: scopeOf(ctx) }, LIST, params),
    get: (ctx, id) => find(ctx, undefined, id),
    create: async (ctx, { name, description = '', permissions: wanted }) => {
      assertKnown(ctx, wanted)
      const id = newId()
      return change(ctx, { action: 'role.created', id }, async (tx) => {
        const rows = await core.run<Role>(tx, INSERT, [id, tenantOf(ctx).organization.id, name.trim(), description, wanted]).catch((error: unknown) => {
          throw named(error)
        })
        return rows[0] as Role
      })
    },
    change: async (ctx, { id, ifMatch }, { name, description, permissions: wanted }) => {
      assertKnown(ctx, wanted)
      return change(ctx, { action: 'role.changed', id }, async (tx) => {
        const before = await find(ctx, tx, id)
        if (versionsOf(ifMatch)?.includes(before.version) === false) throw platformErrors.STALE_VERSION()
        const rows = await core.run<Role>(tx, UPDATE, [id, name?.trim(), description, wanted]).catch((error: unknown) => {
          throw named(error)
        })
        return rows[0] as Role
      })
    },
    remove: async (ctx, id) => {
      await change(ctx, { action: 'role.removed', id }, async (tx) => {
        await find(ctx, tx, id)
        await core.run(tx, 'delete from users.roles where id = $1', [id])
      })
    },
    assign: (ctx, userId, roleIds) =>
      change(ctx, { action: 'user.roles_changed', id: userId }, (tx) => giveRoles(core, tx, { userId, roleIds })),
    ofUser: (ctx, userId) => core.run<Role>(scopeOf(ctx), OF_USER, [userId]),
  }
}

/** The change and its entry are one; what people may changes at once, also for tokens given before. */
const changer =
  ({ database: { core }, audit, bus }: Platform) =>
  async <T>(ctx: ServiceContext, entry: { action: string; id: string }, work: (tx: CoreTransaction) => Promise<T>): Promise<T> => {
    const result = await core.transaction(scopeOf(ctx), async (tx) => {
      const made = await work(tx)
      await audit.append(tx, { ...auditFrom(ctx), action: entry.action, target: { type: 'role', id: entry.id }, data: { result: made } })
      return made
    })
    await bus.announce({ kind: 'organization', id: tenantOf(ctx).organization.id })
    return result
  }

async function giveRoles(core: CoreDb, tx: CoreTransaction, { userId, roleIds }: { userId: string; roleIds: readonly string[] }): Promise<Role[]> {
  const [person] = await core.run(tx, 'select 1 from users.users where id = $1', [userId])
  if (!person) throw userErrors.NOT_FOUND()
  const known = await core.run<{ id: string }>(tx, 'select id from users.roles where id = any($1::uuid[])', [roleIds])
  const unknown = roleIds.find((id) => !known.some((row) => row.id === id))
  if (unknown !== undefined) throw userErrors.UNKNOWN_ROLE({ values: { id: unknown } })
  await core.run(tx, 'delete from users.user_roles where user_id = $1', [userId])
  await core.run(tx, GIVE, [userId, roleIds])
  return core.run<Role>(tx, OF_USER, [userId])
}
