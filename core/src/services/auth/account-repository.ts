import type { UserType } from '@innoerp/sdk/contract'
import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import type { Caller } from '../../platform/http/caller.js'

/** The organization whose accounts are meant; null for the super admins, who belong to none. */
export type Realm = string | null

/** What a sign-in has to know of an account. */
export interface Account {
  id: string
  organization_id: string | null
  email: string
  password_hash: string
  is_active: boolean
  email_verified_at: string | null
}

/** Row policies hide other organizations; the queries name the organization all the same. */
export const scopeOfRealm = (realm: Realm): CoreScope => (realm === null ? 'platform' : { organizationId: realm })

const CALLER = `select u.id, u.email, u.organization_id, u.is_superuser, u.user_type, u.first_name, u.last_name,
    array(select distinct permission from users.user_roles ur join users.roles r on r.id = ur.role_id, unnest(r.permissions) as permission where ur.user_id = u.id) as permissions
  from users.users u left join tenant.organizations o on o.id = u.organization_id
  where u.id = $1 and u.organization_id is not distinct from $2::uuid and u.is_active and (o.is_active or u.organization_id is null)
    and exists (select 1 from auth.sessions s where s.id = $3 and s.user_id = u.id and s.revoked_at is null)`
const ACCOUNT = 'select id, organization_id, email, password_hash, is_active, email_verified_at from users.users where organization_id is not distinct from $1::uuid'
const BY_EMAIL = `${ACCOUNT} and lower(email) = lower($2)`
const BY_ID = `${ACCOUNT} and id = $2`
const SET_PASSWORD = `update users.users set password_hash = $2, version = version + 1, updated_at = now(),
  email_verified_at = case when email = $3 then coalesce(email_verified_at, now()) else email_verified_at end where id = $1`
const VERIFY_EMAIL = 'update users.users set email_verified_at = coalesce(email_verified_at, now()), updated_at = now() where id = $1 and email = $2 returning 1'
const ME = `select id, organization_id, email, username, first_name, last_name, is_active, is_superuser, user_type, created_at, updated_at
  from users.users where id = $1`
const MEMBERSHIPS = `select id, user_id, organization_id, role, is_active, created_at, updated_at
  from users.user_organizations where user_id = $1`

/** Whom a token names. */
interface Named {
  sub: string
  /** The session. */
  sid: string
  organization_id?: string | null
}
type CallerRow = Omit<Caller, 'organization_id' | 'session_id'> & { organization_id: string | null }

/** The active person of an active organization that a token speaks of, while the session goes on. */
export async function findCaller(db: CoreDb, { sub, sid, organization_id = null }: Named): Promise<Caller | undefined> {
  const [row] = await db.run<CallerRow>(scopeOfRealm(organization_id), CALLER, [sub, organization_id, sid])
  return row && { ...row, organization_id: row.organization_id ?? undefined, session_id: sid }
}

export async function findAccount(db: CoreDb, realm: Realm, email: string): Promise<Account | undefined> {
  return (await db.run<Account>(scopeOfRealm(realm), BY_EMAIL, [realm, email]))[0]
}

export async function findById(db: CoreDb, realm: Realm, id: string): Promise<Account | undefined> {
  return (await db.run<Account>(scopeOfRealm(realm), BY_ID, [realm, id]))[0]
}

/** @param verifiedEmail the address that is known to be read by the person now */
export async function setPassword(db: CoreDb, tx: CoreTransaction, { id, hash, verifiedEmail }: { id: string; hash: string; verifiedEmail?: string }): Promise<void> {
  await db.run(tx, SET_PASSWORD, [id, hash, verifiedEmail])
}

/** False when the person has another address by now. */
export async function verifyEmail(db: CoreDb, tx: CoreTransaction, { id, email }: { id: string; email: string }): Promise<boolean> {
  return (await db.run(tx, VERIFY_EMAIL, [id, email])).length > 0
}

export interface MeRow {
  id: string
  organization_id: string | null
  email: string
  username: string
  first_name: string | null
  last_name: string | null
  is_active: boolean
  is_superuser: boolean
  user_type: UserType
  created_at: string
  updated_at: string
}
export interface MembershipRow {
  id: string
  user_id: string
  organization_id: string
  role: string
  is_active: boolean
  created_at: string
  updated_at: string
}

export async function readMe(db: CoreDb, scope: CoreScope, id: string): Promise<{ me: MeRow | undefined; memberships: MembershipRow[] }> {
  const [[me], memberships] = await Promise.all([db.run<MeRow>(scope, ME, [id]), db.run<MembershipRow>(scope, MEMBERSHIPS, [id])])
  return { me, memberships }
}

const COUNT_SUPER_ADMINS = 'select count(*)::int as count from users.users where is_superuser'
const INSERT_SUPER_ADMIN = `insert into users.users (id, email, username, password_hash, user_type, is_superuser)
  values ($1, $2, $3, $4, 'admin', true)`

export const hasSuperAdmin = async (db: CoreDb, on: CoreTransaction | 'platform'): Promise<boolean> =>
  ((await db.run<{ count: number }>(on, COUNT_SUPER_ADMINS))[0]?.count ?? 0) > 0

export interface NewSuperAdmin {
  id: string
  email: string
  username: string
  password_hash: string
}

export async function insertSuperAdmin(db: CoreDb, tx: CoreTransaction, admin: NewSuperAdmin): Promise<void> {
  await db.run(tx, INSERT_SUPER_ADMIN, [admin.id, admin.email, admin.username, admin.password_hash])
}
