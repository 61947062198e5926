import pg from 'pg'
import type { Config } from '../../config/config.js'
import { createCoreDb, type CoreDb } from './core-db.js'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js'
import { databaseTlsOf } from '../tls/database-tls.js'
import { migrateCore, type CoreMigration } from './migrate.js'
import { ConnectionPool, type Connection } from './pool.js'
import { keepSession } from './session.js'
import { ensureRoles, passwordOf, rolesOf, type Roles } from './roles.js'

export const DATABASE = 'innoerp'

/** The database as the host holds it. */
export interface Database {
  /** Where it is; a folder as host is that of its unix socket. */
  address: Pick<Connection, 'host' | 'port' | 'database' | 'ssl'>
  core: CoreDb
  pool: ConnectionPool
  roles: Roles
  /** A connection of the role that may create roles and tables, for migrations and LISTEN. The caller ends it. */
  connectAsOwner(): Promise<pg.Client>
  /** Connections of one of the host's roles for a library that keeps its own. The caller ends them. */
  openPool(role: 'owner' | 'relay', max: number): pg.Pool
  /** True when it answers within a second. */
  isUp(): Promise<boolean>
  close(): Promise<void>
}

/** Starts or reaches PostgreSQL, brings roles and core's tables up to date, opens the pool. */
export async function openDatabase(config: Config, { secretKey, migrations }: { secretKey: string; migrations: readonly CoreMigration[] }): Promise<Database> {
  const embedded = config.database.url ? undefined : await startEmbeddedPostgres({ home: config.home, password: passwordOf(secretKey, 'postgres') })
  try {
    const privileged = embedded ? await embeddedConnection(embedded) : connectionOf(config.database.directUrl ?? config.database.url ?? '')
    const roles = rolesOf(privileged.database ?? DATABASE)
    const isPooled = config.database.directUrl !== undefined
    await prepare(privileged, { roles, secretKey, migrations, isPooled })
    const login = { user: roles.app, password: passwordOf(secretKey, roles.app) }
    const app = { ...privileged, ...login }
    const pool = new ConnectionPool(isPooled ? { ...connectionOf(config.database.url ?? ''), ...login } : app, config.database)
    const core = createCoreDb({ pool, roles })
    const { user: _user, password: _password, ...address } = privileged
    return {
      address,
      core,
      pool,
      roles,
      connectAsOwner: () => connect(privileged),
      openPool: (role, max) => poolOf(role === 'owner' ? privileged : app, { role: roles[role], max }),
      isUp: () => answers(core),
      close: async () => {
        await pool.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Logs in as a role that may create roles and tables. The caller ends it. */
export async function connect(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, options: '-c TimeZone=UTC', application_name: 'innoerp-owner' })
  client.on('error', () => {}) // the next statement reports it
  await client.connect()
  return client
}

function poolOf(connection: Connection, { role, max }: { role: string; max: number }): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, options: `-c role=${role} -c TimeZone=UTC -c statement_timeout=0 -c idle_in_transaction_session_timeout=0`, application_name: 'innoerp-jobs' })
  // A connection that breaks is replaced when the next is needed; a statement under way fails by itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** What a `postgres://` address says. */
export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const ssl = databaseTlsOf(searchParams)
  return {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: port ? Number(port) : 5432,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || DATABASE,
    ...(ssl && { ssl }),
  }
}

/** How to reach the database of an embedded server; it is made where there is none. */
export async function embeddedConnection({ address }: EmbeddedPostgres): Promise<Connection> {
  const server = await connect({ ...address, database: 'postgres' })
  try {
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await server.query(`create database ${DATABASE}`)
  } finally {
    await server.end()
  }
  return { ...address, database: DATABASE }
}

async function prepare(
  connection: Connection,
  { roles, secretKey, migrations, isPooled }: { roles: Roles; secretKey: string; migrations: readonly CoreMigration[]; isPooled: boolean },
): Promise<void> {
  const client = await connect(connection)
  try {
    await client.query('select pg_advisory_lock(7301954)')
    await ensureRoles(client, { roles, secretKey, database: connection.database ?? DATABASE })
    if (isPooled) await keepSession(client, roles.app)
    await migrateCore(client, { migrations, roles })
  } finally {
    await client.end()
  }
}

async function answers(core: CoreDb): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref())
  return Promise.race([core.run('platform', 'select 1').then(() => true, () => false), timeout])
}
