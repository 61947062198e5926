import type pg from 'pg'
import { passwordOf, schemaOf, type Roles } from '../../platform/database/roles.js'
import type { ScopeKey } from './scope-key.js'

/** Connections of one module's processes together; each process opens at most half of them. */
export const LOGIN_CONNECTIONS = 10
const IDLE_IN_TRANSACTION_MS = 10_000

const SCOPE = 'organization_id = (select innoerp.scope_org())'
const UNCOVERED = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  where n.nspname = $1 and c.relkind in ('r', 'p') and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'process')`
/** Of each table the rights of two roles: `select`, or `update ("column")`. */
const RIGHTS = `with held as (
    select c.relname, pg_get_userbyid(e.grantee) as grantee, lower(e.privilege_type) as held from pg_class c, aclexplode(c.relacl) e
      where c.relnamespace = (select oid from pg_namespace where nspname = $1) and c.relkind in ('r', 'p')
    union all
    select c.relname, pg_get_userbyid(e.grantee), lower(e.privilege_type) || ' (' || quote_ident(a.attname) || ')' from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) e
      where c.relnamespace = (select oid from pg_namespace where nspname = $1) and c.relkind in ('r', 'p') and not a.attisdropped)
  select relname, coalesce(array_agg(held order by held) filter (where grantee = $2), '{}') as wanted, coalesce(array_agg(held order by held) filter (where grantee = $3), '{}') as held
  from held where grantee in ($2, $3) group by relname`
const KEEP_KEY = `insert into innoerp.scope_key (inner_pad, outer_pad) values ($1, $2)
  on conflict (is_only) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`
const KEEP_LOGIN = 'insert into innoerp.process_logins (login, module_id) values ($1, $2) on conflict do nothing'
const KEEP_TOPICS = 'insert into innoerp.process_topics (login, topic) select $1, unnest($2::text[]) on conflict do nothing'

export interface LoginOf {
  roles: Roles
  moduleId: string
  secretKey: string
  key: ScopeKey
  /** Topics that the manifest lets the module publish. */
  publishes: readonly string[]
}

const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Makes a module's own login and what it may do: its tables in the organizations that the host proves to it, its own topics in the
 * outbox, its own records in the inbox. Doing it again only adds what is missing, so tables that were made while the module ran inline
 * are covered too, and nothing is locked that is in use.
 * @param db logged in as a role that may create roles
 */
export async function ensureProcessLogin(db: pg.ClientBase, of: LoginOf): Promise<void> {
  const login = of.roles.process(of.moduleId)
  await db.query('begin')
  try {
    await db.query('select pg_advisory_xact_lock(hashtext($1))', [`login of ${of.moduleId}`])
    await ensureRole(db, { login, group: of.roles.processes, password: passwordOf(of.secretKey, login) })
    await db.query(`set local role ${ident(of.roles.owner)}`)
    const { inner, outer } = of.key.pads()
    await db.query(KEEP_KEY, [inner, outer])
    await db.query(KEEP_LOGIN, [login, of.moduleId])
    await db.query(KEEP_TOPICS, [login, of.publishes])
    await coverTables(db, { login, role: of.roles.module(of.moduleId), schema: schemaOf(of.moduleId) })
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

async function ensureRole(db: pg.ClientBase, { login, group, password }: { login: string; group: string; password: string }): Promise<void> {
  const { rowCount } = await db.query('select 1 from pg_roles where rolname = $1', [login])
  const role = ident(login)
  if (rowCount === 0) await db.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole inherit`)
  await db.query(`alter role ${role} connection limit ${LOGIN_CONNECTIONS} password '${password}'`)
  await db.query(`alter role ${role} set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`)
  await db.query(`grant ${ident(group)} to ${role} with inherit true, set false`)
}

async function coverTables(db: pg.ClientBase, { login, role, schema }: { login: string; role: string; schema: string }): Promise<void> {
  const { rows } = await db.query<{ relname: string }>(UNCOVERED, [schema])
  for (const { relname } of rows) {
    await db.query(`create policy process on ${ident(schema)}.${ident(relname)} to ${ident(login)} using (${SCOPE}) with check (${SCOPE})`)
  }
  await mirrorRights(db, { login, role, schema })
  await db.query(`grant usage on schema ${ident(schema)} to ${ident(login)}`)
  await db.query(`grant usage on all sequences in schema ${ident(schema)} to ${ident(login)}`)
}

/** On each table the login may do what the module's role may: a migration may have taken some of it away, or left some columns only. */
async function mirrorRights(db: pg.ClientBase, { login, role, schema }: { login: string; role: string; schema: string }): Promise<void> {
  const { rows } = await db.query<{ relname: string; wanted: string[]; held: string[] }>(RIGHTS, [schema, role, login])
  for (const { relname, wanted, held } of rows) {
    if (wanted.join() === held.join()) continue
    const table = `${ident(schema)}.${ident(relname)}`
    await db.query(`revoke all on ${table} from ${ident(login)}`)
    for (const right of wanted) await db.query(`grant ${right} on ${table} to ${ident(login)}`)
  }
}

/** Takes the login away with all that it may do; for a module that is purged. */
export async function dropProcessLogin(db: pg.ClientBase, { roles, moduleId }: Pick<LoginOf, 'roles' | 'moduleId'>): Promise<void> {
  const login = roles.process(moduleId)
  const { rowCount } = await db.query('select 1 from pg_roles where rolname = $1', [login])
  if (rowCount === 0) return
  await db.query('begin')
  try {
    await db.query(`grant ${ident(login)} to current_user with set true, inherit true`)
    await db.query(`drop owned by ${ident(login)}`)
    await db.query(`drop role ${ident(login)}`)
    await db.query(`set local role ${ident(roles.owner)}`)
    await db.query('delete from innoerp.process_logins where login = $1', [login])
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}
