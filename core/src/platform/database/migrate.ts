import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import type { Roles } from './roles.js'

const LOCK = 7_301_955

/** A step of core's own tables: SQL with `{app}`, `{admin}`, `{relay}`, `{owner}`, `{processes}` for the roles. */
export interface CoreMigration {
  id: string
  up: string
  down: string
}

/** Core's migrations in order: `NNNN-name.up.sql` and `.down.sql`. */
export async function readMigrations(folder: URL): Promise<CoreMigration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.up.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const id = name.replace('.up.sql', '')
      const [up, down] = await Promise.all([readFile(new URL(name, folder), 'utf8'), readFile(new URL(`${id}.down.sql`, folder), 'utf8')])
      return { id, up, down }
    }),
  )
}

const roleNames = (sql: string, roles: Roles): string =>
  sql.replace(/"?\{(owner|app|admin|relay|processes)\}"?/g, (_, name: 'owner' | 'app' | 'admin' | 'relay' | 'processes') => `"${roles[name]}"`)

/** Runs what is missing, each step in one transaction, one host at a time. Returns the ids that ran. */
export async function migrateCore(db: pg.ClientBase, { migrations, roles }: { migrations: readonly CoreMigration[]; roles: Roles }): Promise<string[]> {
  await db.query(`select pg_advisory_lock(${LOCK})`)
  try {
    await db.query(`set role "${roles.owner}"`)
    await db.query(`create schema if not exists platform`)
    await db.query(`create table if not exists platform.migrations (id text primary key, ran_at timestamptz not null default now())`)
    const { rows } = await db.query<{ id: string }>('select id from platform.migrations')
    const done = new Set(rows.map((row) => row.id))
    const missing = migrations.filter(({ id }) => !done.has(id))
    for (const migration of missing) await step(db, migration, roles)
    return missing.map(({ id }) => id)
  } finally {
    await db.query('reset role')
    await db.query(`select pg_advisory_unlock(${LOCK})`)
  }
}

async function step(db: pg.ClientBase, { id, up }: CoreMigration, roles: Roles): Promise<void> {
  await db.query('begin')
  try {
    await db.query(roleNames(up, roles))
    await db.query('insert into platform.migrations (id) values ($1)', [id])
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw new Error(`Migration ${id} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Undoes everything, newest first; for tests. */
export async function migrateDown(db: pg.ClientBase, { migrations, roles }: { migrations: readonly CoreMigration[]; roles: Roles }): Promise<void> {
  await db.query(`set role "${roles.owner}"`)
  for (const { id, down } of [...migrations].reverse()) {
    await db.query(roleNames(down, roles))
    await db.query('delete from platform.migrations where id = $1', [id])
  }
  await db.query('reset role')
}
