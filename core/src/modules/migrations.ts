import { ModuleSchema, type Migration } from '@innoerp/sdk/server'
import path from 'node:path'
import type pg from 'pg'
import { pathToFileURL } from 'node:url'
import { ensureModuleRole, schemaOf, type Roles } from '../platform/database/roles.js'
import { moduleErrors } from './module-errors.js'
import type { ModuleFiles } from './module-files.js'

const UNPROTECTED = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`

/**
 * Brings a module's tables to what `files` need, in one transaction as the owner: schema, role, grants, the migrations that have
 * not run. A table without forced row level security is refused and everything is rolled back.
 */
export async function migrateModule(db: pg.Client, { files, roles }: { files: ModuleFiles; roles: Roles }): Promise<string[]> {
  const { id } = files.package.innoerp
  const schema = schemaOf(id)
  await db.query('select pg_advisory_lock(hashtext($1))', [`module ${id}`])
  try {
    const role = await ensureModuleRole(db, { roles, moduleId: id })
    await db.query(`set role "${roles.owner}"`)
    await db.query('begin')
    await db.query(`create schema if not exists "${schema}"`)
    await db.query(`grant usage on schema "${schema}", platform to "${role}"`)
    await db.query(`grant insert on platform.outbox to "${role}"`)
    await db.query(`grant select, insert on platform.inbox to "${role}"`)
    const ran = await runMissing(db, { files, names: { schema, role, owner: roles.owner } })
    const { rows } = await db.query<{ relname: string }>(UNPROTECTED, [schema])
    if (rows[0]) throw moduleErrors.BAD_TABLE({ values: { name: id, table: rows[0].relname } })
    await db.query('commit')
    return ran
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    await db.query('reset role')
    await db.query('select pg_advisory_unlock(hashtext($1))', [`module ${id}`])
  }
}

async function runMissing(db: pg.Client, { files, names }: { files: ModuleFiles; names: { schema: string; role: string; owner: string } }): Promise<string[]> {
  const { id } = files.package.innoerp
  const { rows } = await db.query<{ name: string }>('select name from tenant.module_migrations where module_id = $1', [id])
  const done = new Set(rows.map((row) => row.name))
  const missing = files.migrations.filter((file) => !done.has(file))
  for (const file of missing) {
    const schema = new ModuleSchema(names)
    const migration = await importMigration(path.join(files.migrationsFolder, file))
    migration.expand(schema)
    for (const sql of schema.statements) await db.query(sql)
    await db.query('insert into tenant.module_migrations (module_id, name) values ($1, $2)', [id, file])
  }
  return missing
}

/** Loads one migration file. */
export async function importMigration(file: string): Promise<Migration> {
  const { default: migration } = (await import(pathToFileURL(file).href)) as { default?: Migration }
  if (typeof migration?.expand !== 'function' || typeof migration.down !== 'function') {
    throw moduleErrors.BAD_PACKAGE({ values: { name: path.basename(file), problem: 'a migration has expand and down; make it with migration()' } })
  }
  return migration
}
