import type { Database } from '../../platform/database/database.js'
import { schemaOf } from '../../platform/database/roles.js'
import { dropProcessLogin } from '../process/process-login.js'

const ROWS = ['tenant.organization_modules', 'tenant.module_migrations', 'tenant.module_versions', 'tenant.rollouts', 'tenant.module_registry'] as const

/** Deletes a module's tables and everything that the platform kept of it, in one transaction. It cannot be taken back. */
export async function purgeModule({ connectAsOwner, roles }: Database, moduleId: string): Promise<void> {
  const db = await connectAsOwner()
  try {
    await db.query(`set role "${roles.owner}"`)
    await db.query('begin')
    await db.query(`drop schema if exists "${schemaOf(moduleId)}" cascade`)
    for (const table of ROWS) await db.query(`delete from ${table} where module_id = $1`, [moduleId])
    await db.query('commit')
    await db.query('reset role')
    await dropProcessLogin(db, { roles, moduleId })
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    await db.end()
  }
}
