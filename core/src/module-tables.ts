import type pg from 'pg'
import { allMigrations } from './app.js'
import { loadConfig, type Config } from './config/config.js'
import { loadSecrets } from './config/secrets.js'
import { migrateModule, missingSteps, type MigrationStep } from './modules/install/migrations.js'
import { takeDown } from './modules/install/take-down.js'
import { readModuleFiles } from './modules/module-files.js'
import { rowCountsOf } from './modules/preflight/row-counts.js'
import { connect, connectionOf, DATABASE, openDatabase } from './platform/database/database.js'
import type { Connection } from './platform/database/pool.js'
import { rolesOf } from './platform/database/roles.js'
import { runningPostgres } from './platform/database/running-postgres.js'

/** A migration of a module and whether its `expand` has run. */
export interface MigrationState {
  file: string
  isUp: boolean
}

/** The tables of one built module in one database, for its author. */
export interface ModuleTables {
  status(): Promise<MigrationState[]>
  /** Runs what has not run. @throws MODULE_MIGRATION_FAILED, MODULE_BAD_TABLE */
  up(): Promise<MigrationStep[]>
  /** Takes the newest `count` back; rows go with their tables. */
  down(count: number): Promise<string[]>
  /** Table → rows, of all organizations. */
  rows(): Promise<Record<string, number>>
  close(): Promise<void>
}

/** Says that there is no database to work in. */
export class NoDatabaseError extends Error {}

/**
 * Opens the database that `DATABASE_URL` names, else that of the host which runs in `INNOERP_HOME`. One that no host has used is first
 * set up as a host does it.
 * @param folder of the module; it is built
 * @throws NoDatabaseError, SettingsError
 */
export async function openModuleTables(env: NodeJS.ProcessEnv, { folder, home }: { folder: string; home: string }): Promise<ModuleTables> {
  const config = loadConfig(env, { home })
  const files = await readModuleFiles(folder)
  const connection = await connectionFor(config)
  const roles = rolesOf(connection.database ?? DATABASE)
  const db = await connect(connection)
  await setUp(db, config)
  return {
    status: async () => {
      const missing = new Set((await missingSteps(db, { files, settled: new Set() })).map(({ file }) => file))
      return files.migrations.map((file) => ({ file, isUp: !missing.has(file) }))
    },
    up: () => migrateModule(db, { files, roles, settled: new Set(), isolation: 'inline' }),
    down: (count) => takeDown(db, { files, roles, count }),
    rows: () => rowCountsOf({ roles, connectAsOwner: () => connect(connection) }, files.package.innoerp.id),
    close: () => db.end(),
  }
}

async function connectionFor({ home, database: { url } }: Config): Promise<Connection> {
  if (url !== undefined) return connectionOf(url)
  const running = await runningPostgres(home)
  if (running) return { ...running, database: DATABASE }
  throw new NoDatabaseError(`No host runs in ${home}. Start one there, or name a database in DATABASE_URL.`)
}

/** What a host does with an empty database. One that a host uses is left alone: its secrets are that host's. */
async function setUp(db: pg.Client, config: Config): Promise<void> {
  const { rows } = await db.query<{ isThere: boolean }>(`select to_regclass('tenant.module_migrations') is not null as "isThere"`)
  if (rows[0]?.isThere) return
  const { secretKey } = await loadSecrets(config)
  const database = await openDatabase(config, { secretKey, migrations: await allMigrations() })
  await database.close()
}
