import semver from 'semver'
import type { Database } from '../../platform/database/database.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { migrateModule } from '../install/migrations.js'
import { settledMigrations } from '../install/settled.js'
import { folderOf } from '../install/staging.js'
import { readModuleFiles } from '../module-files.js'

/**
 * Runs the contract phases that had to wait for older versions, once these are gone.
 * @returns the files whose contract ran
 */
export async function contractOlder({ database, catalogue, folder }: { database: Database; catalogue: ModuleCatalogue; folder: string }, moduleId: string): Promise<string[]> {
  const left = [...(catalogue.module(moduleId)?.versions.values() ?? [])].filter(({ state }) => state === 'installed' || state === 'active')
  const [newest] = left.sort((a, b) => semver.rcompare(a.version, b.version))
  if (!newest) return []
  const files = await readModuleFiles(folderOf(folder, { id: moduleId, version: newest.version }))
  const settled = await settledMigrations(files, { catalogue, folder })
  const db = await database.connectAsOwner()
  try {
    const ran = await migrateModule(db, { files, roles: database.roles, settled, isolation: newest.isolation })
    return ran.filter(({ phase }) => phase === 'contract').map(({ file }) => file)
  } finally {
    await db.end()
  }
}
