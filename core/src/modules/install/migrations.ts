import { isDomainError } from '@innoerp/sdk/contract'
import { ModuleSchema, type Migration, type SchemaNames } from '@innoerp/sdk/server'
import { setTimeout as sleep } from 'node:timers/promises'
import path from 'node:path'
import type pg from 'pg'
import { pathToFileURL } from 'node:url'
import { ensureModuleRole, schemaOf, type Roles } from '../../platform/database/roles.js'
import type { Isolation } from '../catalogue/catalogue-repository.js'
import { moduleErrors } from '../module-errors.js'
import type { ModuleFiles } from '../module-files.js'
import { readMigrationsApart } from '../process/read-migrations.js'

export type Phase = 'expand' | 'contract'
export interface MigrationStep {
  file: string
  phase: Phase
}
export interface MigrationJob {
  files: ModuleFiles
  roles: Roles
  /** Migrations that every other installed version has too: their contract phase harms nobody any more. */
  settled: ReadonlySet<string>
  /** Where the module's code runs, that of its migrations too. */
  isolation: Isolation
  /** Does it all, then rolls it back. */
  isRehearsal?: boolean
}

const LOCK_MS = 200
const STATEMENT_MS = 60_000
const ATTEMPTS = 5
const LOCK_NOT_AVAILABLE = '55P03'
const UNPROTECTED = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`

/**
 * Brings a module's tables to what `files` need, in one transaction as the owner: schema, role, grants, the phases that have not run.
 * A table without forced row level security is refused and everything is rolled back. A table that is locked for longer than a
 * moment makes it try again, so that no request queues behind it (DECISIONS 13).
 * @returns what ran
 * @throws MODULE_MIGRATION_FAILED naming the file, MODULE_BAD_TABLE
 */
export async function migrateModule(db: pg.Client, job: MigrationJob): Promise<MigrationStep[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrateOnce(db, job)
    } catch (error) {
      if ((error as { cause?: { code?: string } }).cause?.code !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error
      await sleep(LOCK_MS * attempt)
    }
  }
}

async function migrateOnce(db: pg.Client, { files, roles, settled, isolation, isRehearsal = false }: MigrationJob): Promise<MigrationStep[]> {
  const { id } = files.package.innoerp
  const schema = schemaOf(id)
  await db.query('select pg_advisory_lock(hashtext($1))', [`module ${id}`])
  try {
    const role = await ensureModuleRole(db, { roles, moduleId: id })
    await db.query(`set role "${roles.owner}"`)
    await grantPlatform(db, role)
    await db.query('begin')
    await db.query(`set local lock_timeout = ${LOCK_MS}; set local statement_timeout = ${STATEMENT_MS}`)
    await db.query(`create schema if not exists "${schema}"`)
    await db.query(`grant usage on schema "${schema}" to "${role}"`)
    const steps = await missingSteps(db, { files, settled })
    const statementsOf = readerOf(files, { isolation, names: { schema, role, owner: roles.owner } })
    for (const step of steps) await runStep(db, { step, files, statementsOf })
    const { rows } = await db.query<{ relname: string }>(UNPROTECTED, [schema])
    if (rows[0]) throw moduleErrors.BAD_TABLE({ values: { name: id, table: rows[0].relname } })
    await db.query(isRehearsal ? 'rollback' : 'commit')
    return steps
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    await db.query('reset role')
    await db.query('select pg_advisory_unlock(hashtext($1))', [`module ${id}`])
  }
}

/** Rights to what all modules share. PostgreSQL refuses two grants on one table at once, so modules take turns, and not for long. */
async function grantPlatform(db: pg.Client, role: string): Promise<void> {
  await db.query(`begin; select pg_advisory_xact_lock(hashtext('rights of modules')); grant usage on schema platform to "${role}";
    grant insert on platform.outbox to "${role}"; grant select, insert on platform.inbox to "${role}"; commit`)
}

/** Which phases have not run yet, in the order of the files; a contract follows its expand once its migration is settled. */
export async function missingSteps(db: pg.ClientBase, { files, settled }: Pick<MigrationJob, 'files' | 'settled'>): Promise<MigrationStep[]> {
  const { rows } = await db.query<{ step: string }>(`select name || ' ' || phase as step from tenant.module_migrations where module_id = $1`, [files.package.innoerp.id])
  const done = new Set(rows.map((row) => row.step))
  return files.migrations
    .flatMap((file): MigrationStep[] => [{ file, phase: 'expand' }, ...(settled.has(file) ? [{ file, phase: 'contract' } as const] : [])])
    .filter(({ file, phase }) => !done.has(`${file} ${phase}`))
}

type StatementsOf = (step: MigrationStep) => Promise<string[]>

/** What a step would have the database do. The code of a module that runs apart is read apart, when there is anything to read. */
function readerOf(files: ModuleFiles, { isolation, names }: { isolation: Isolation; names: SchemaNames }): StatementsOf {
  if (isolation === 'process') {
    let all: ReturnType<typeof readMigrationsApart> | undefined
    return async ({ file, phase }) => (await (all ??= readMigrationsApart(files, names)))[file]?.[phase] ?? []
  }
  return async ({ file, phase }) => {
    const schema = new ModuleSchema(names)
    const migration = await importMigration(path.join(files.migrationsFolder, file))
    migration[phase]?.(schema)
    return schema.statements
  }
}

async function runStep(db: pg.Client, { step, files, statementsOf }: { step: MigrationStep; files: ModuleFiles; statementsOf: StatementsOf }): Promise<void> {
  const { name, version, innoerp } = files.package
  try {
    for (const sql of await statementsOf(step)) await db.query(sql)
  } catch (error) {
    if (isDomainError(error)) throw error
    const problem = error instanceof Error ? error.message : String(error)
    throw Object.assign(moduleErrors.MIGRATION_FAILED({ values: { name, version, file: step.file, problem } }), { cause: error })
  }
  await db.query('insert into tenant.module_migrations (module_id, name, phase) values ($1, $2, $3)', [innoerp.id, step.file, step.phase])
}

/** Loads one migration file. */
export async function importMigration(file: string): Promise<Migration> {
  const { default: migration } = (await import(pathToFileURL(file).href)) as { default?: Migration }
  if (typeof migration?.expand !== 'function' || typeof migration.down !== 'function') {
    throw moduleErrors.BAD_PACKAGE({ values: { name: path.basename(file), problem: 'a migration has expand and down; make it with migration()' } })
  }
  return migration
}
