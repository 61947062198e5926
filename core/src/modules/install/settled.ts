import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { readModuleFiles, type ModuleFiles } from '../module-files.js'
import { folderOf } from './staging.js'

const ALIVE = new Set(['installed', 'active', 'quarantined'])

/**
 * Migrations of `files` that every other version here has too: no organization can run, or go back to, a version from before them,
 * so what they replaced may go.
 */
export async function settledMigrations(files: ModuleFiles, { catalogue, folder }: { catalogue: ModuleCatalogue; folder: string }): Promise<ReadonlySet<string>> {
  const { innoerp, version } = files.package
  const others = [...(catalogue.module(innoerp.id)?.versions.values() ?? [])].filter((row) => row.version !== version && ALIVE.has(row.state))
  const had = await Promise.all(others.map((row) => readModuleFiles(folderOf(folder, { id: row.module_id, version: row.version })).then((other) => new Set(other.migrations))))
  return new Set(files.migrations.filter((file) => had.every((other) => other.has(file))))
}
