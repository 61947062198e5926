import type { ListParams, PageOf, UserType } from '@innoerp/sdk/contract'
import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import { listRows, type CoreList } from '../../platform/database/core-list.js'
import { violates } from '../../platform/errors/violates.js'
import { userErrors } from './errors.js'
import { userSpec, type OwnPatch, type User } from './schemas.js'

export const USER_COLUMNS = 'id, email, username, first_name, last_name, user_type, is_active, email_verified_at, created_at, updated_at, version'
const LIST: CoreList = { spec: userSpec, from: 'users.users u', alias: 'u' }

const FIND = `select ${USER_COLUMNS} from users.users where id = $1`
const CHANGED = `version = version + 1, updated_at = now() where id = $1 returning ${USER_COLUMNS}`
const SET_OWN = `update users.users set 
  first_name = case when $2 then $3 else first_name end,
  last_name = case when $4 then $5 else last_name end,
  email_verified_at = case when lower(email) = lower(coalesce($6, email)) then email_verified_at end,
  email = coalesce($6, email), ${CHANGED}`
const SET_TYPE = `update users.users set user_type = $2, ${CHANGED}`
const SET_STATUS = `update users.users set is_active = $2, ${CHANGED}`
const MIRROR_ROLE = 'update users.user_organizations set role = $2, updated_at = now() where user_id = $1'
const MIRROR_STATUS = 'update users.user_organizations set is_active = $2, updated_at = now() where user_id = $1'
const ACTIVE_ADMINS = `select id from users.users where user_type = 'admin' and is_active and not is_superuser`
const LOCK = `select pg_advisory_xact_lock(hashtextextended('accounts ' || $1, 0))`
const ACTIVE = 'select id from users.users where is_active and id = any($1::uuid[])'

/**
 * Accounts of one organization change one after the other: two new ones of the same name find two usernames, and two
 * administrators who demote each other do not both succeed.
 */
export async function lockAccounts(db: CoreDb, tx: CoreTransaction, organizationId: string | undefined): Promise<void> {
  await db.run(tx, LOCK, [organizationId ?? 'platform'])
}

/** Rows of `users.users` of the scope's organization. */
export interface UserRepository {
  /** Everybody, or one person alone. */
  list(scope: CoreScope, params: ListParams, only?: string): Promise<PageOf<User>>
  /** Everybody of one organization, read for the platform. */
  listOf(organizationId: string, params: ListParams): Promise<PageOf<User>>
  find(on: CoreScope | CoreTransaction, id: string): Promise<User | undefined>
  /** The organization's active administrators. */
  activeAdmins(tx: CoreTransaction): Promise<string[]>
  /** @throws USER_EMAIL_TAKEN (409) */
  setOwn(tx: CoreTransaction, id: string, patch: OwnPatch): Promise<User>
  /** Type and membership are one operation (DECISIONS 1). */
  setType(tx: CoreTransaction, id: string, type: UserType): Promise<User>
  setStatus(tx: CoreTransaction, id: string, isActive: boolean): Promise<User>
  /** Who of `ids` is active. */
  active(scope: CoreScope, ids: readonly string[]): Promise<string[]>
}

export function createUserRepository(db: CoreDb): UserRepository {
  const idsOf = (rows: { id: string }[]): string[] => rows.map((row) => row.id)
  return {
    list: (scope, params, only) => {
      const list = only === undefined ? LIST : { ...LIST, where: ['u.id = $1::uuid'], values: [only] }
      return listRows<User>({ db, scope }, list, params)
    },
    listOf: (organizationId, params) => listRows<User>({ db, scope: 'platform' }, { ...LIST, where: ['u.organization_id = $1::uuid'], values: [organizationId] }, params),
    find: async (on, id) => (await db.run<User>(on, FIND, [id]))[0],
    activeAdmins: async (tx) => idsOf(await db.run<{ id: string }>(tx, ACTIVE_ADMINS)),
    setOwn: async (tx, id, patch) => {
      const values = [id, 'first_name' in patch, patch.first_name, 'last_name' in patch, patch.last_name, patch.email?.toLowerCase()]
      const [row] = await db.run<User>(tx, SET_OWN, values).catch((error: unknown) => {
        throw violates(error, 'users_email') ? userErrors.EMAIL_TAKEN({ details: [{ field: 'email', message: 'This address has an account here already.' }] }) : error
      })
      return row as User
    },
    setType: async (tx, id, type) => {
      await db.run(tx, MIRROR_ROLE, [id, type])
      return (await db.run<User>(tx, SET_TYPE, [id, type]))[0] as User
    },
    setStatus: async (tx, id, isActive) => {
      await db.run(tx, MIRROR_STATUS, [id, isActive])
      return (await db.run<User>(tx, SET_STATUS, [id, isActive]))[0] as User
    },
    active: async (scope, ids) => (ids.length === 0 ? [] : idsOf(await db.run<{ id: string }>(scope, ACTIVE, [ids]))),
  }
}
