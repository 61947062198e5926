import { ModuleSchema } from '@innoerp/sdk/server'
import path from 'node:path'
import type pg from 'pg'
import { schemaOf, type Roles } from '../../platform/database/roles.js'
import type { ModuleFiles } from '../module-files.js'
import { importMigration } from './migrations.js'

/**
 * Runs `down` of a module's newest migrations that have run, newest first, in one transaction as the owner. Rows go with their tables:
 * for authors and tests.
 * @param options.count how many; all when it is more than there are
 * @returns the files, as they were taken back
 */
export async function takeDown(db: pg.Client, { files, roles, count }: { files: ModuleFiles; roles: Roles; count: number }): Promise<string[]> {
  const { id } = files.package.innoerp
  const names = { schema: schemaOf(id), role: roles.module(id), owner: roles.owner }
  await db.query(`set role "${roles.owner}"`)
  await db.query('begin')
  try {
    const { rows } = await db.query<{ name: string }>('select distinct name from tenant.module_migrations where module_id = $1', [id])
    const done = new Set(rows.map(({ name }) => name))
    const newest = files.migrations.filter((file) => done.has(file)).reverse().slice(0, count)
    for (const file of newest) {
      const schema = new ModuleSchema(names)
      ;(await importMigration(path.join(files.migrationsFolder, file))).down(schema)
      for (const sql of schema.statements) await db.query(sql)
      await db.query('delete from tenant.module_migrations where module_id = $1 and name = $2', [id, file])
    }
    await db.query('commit')
    return newest
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    await db.query('reset role')
  }
}
