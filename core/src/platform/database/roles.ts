import { createHmac } from 'node:crypto'
import type pg from 'pg'

/** The database roles of one installation; their names begin with the database's, since roles belong to the whole cluster. */
export interface Roles {
  /** Owns every table and migrates. */
  owner: string
  /** The host's login: owns nothing, cannot bypass policies. */
  app: string
  /** Serves super admins and the host's own look-ups on core tables. */
  admin: string
  /** Reads outbox and jobs of all tenants. */
  relay: string
  /** The role that a module's statements run as. */
  module(id: string): string
  /** What every module in a process of its own may do; their logins are its members. */
  processes: string
  /** The login of a module that runs in a process of its own. */
  process(id: string): string
}

export const rolesOf = (database: string): Roles => ({
  owner: `${database}_owner`,
  app: `${database}_app`,
  admin: `${database}_admin`,
  relay: `${database}_relay`,
  module: (id) => `${database}_mod_${id.replaceAll('-', '_')}`,
  processes: `${database}_processes`,
  process: (id) => `${database}_proc_${id.replaceAll('-', '_')}`,
})

export const schemaOf = (moduleId: string): string => `mod_${moduleId.replaceAll('-', '_')}`

/** The password of a login, the same on every instance that shares the secret key. */
export const passwordOf = (secretKey: string, login: string): string => createHmac('sha256', secretKey).update(`database:${login}`).digest('base64url')

const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Makes the roles that are missing. `db` is logged in as a role that may create roles (DECISIONS 10). */
export async function ensureRoles(db: pg.ClientBase, { roles, secretKey, database }: { roles: Roles; secretKey: string; database: string }): Promise<void> {
  for (const role of [roles.owner, roles.admin, roles.relay, roles.processes]) await ensureRole(db, role, 'nologin')
  await ensureRole(db, roles.app, 'login')
  await db.query(`alter role ${ident(roles.app)} password '${passwordOf(secretKey, roles.app)}'`)
  for (const role of [roles.owner, roles.admin, roles.relay]) await grantTo(db, role, 'current_user')
  for (const role of [roles.admin, roles.relay]) await grantTo(db, role, ident(roles.app))
  await db.query(`grant connect, temporary on database ${ident(database)} to ${ident(roles.app)}`)
  await db.query(`grant create on database ${ident(database)} to ${ident(roles.owner)}`)
  await db.query(`revoke create on schema public from public`)
}

/** Makes a module's role and lets the host's login work under it. */
export async function ensureModuleRole(db: pg.ClientBase, { roles, moduleId }: { roles: Roles; moduleId: string }): Promise<string> {
  const role = roles.module(moduleId)
  await ensureRole(db, role, 'nologin')
  await grantTo(db, role, ident(roles.app))
  return role
}

async function ensureRole(db: pg.ClientBase, role: string, login: 'login' | 'nologin'): Promise<void> {
  const { rowCount } = await db.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await db.query(`create role ${ident(role)} ${login} nosuperuser nobypassrls nocreatedb nocreaterole noinherit`)
}

const grantTo = (db: pg.ClientBase, role: string, to: string) => db.query(`grant ${ident(role)} to ${to} with set true, inherit false`)
