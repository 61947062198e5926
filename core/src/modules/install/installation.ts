import semver from 'semver'
import type { Database } from '../../platform/database/database.js'
import { isCorePart } from '../../services/tenant/core-modules.js'
import type { CatalogueRepository, VersionRow, VersionState } from '../catalogue/catalogue-repository.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'
import type { ModuleFiles } from '../module-files.js'
import type { Progress } from '../operations/operations.js'
import type { PackageSpec } from './fetch-package.js'
import { migrateModule, type MigrationJob } from './migrations.js'
import { requirementProblems } from './requirements.js'
import { settledMigrations } from './settled.js'
import { place, stage, type StagedPackage, type StagingDeps } from './staging.js'

export interface InstallationDeps {
  database: Database
  catalogue: ModuleCatalogue
  rows: CatalogueRepository
  staging: StagingDeps
}

/**
 * Brings a package to where it can be loaded: fetched and verified, its needs checked, its migrations rehearsed and run. Every step
 * may be repeated, so one that a crash cut off is simply done again. Nothing of the module has run but its migrations.
 * @returns the installed version
 */
export async function install(spec: PackageSpec, deps: InstallationDeps, progress: Progress): Promise<VersionRow> {
  const staged = await progress.step('fetch', () => stage(spec, deps.staging))
  const record = async (state: VersionState, error: string | null = null): Promise<VersionRow> => {
    const row = { ...staged.row, state, error }
    await deps.rows.record(row)
    return row
  }
  try {
    await progress.step('verify', async () => assertWelcome(staged, deps.catalogue))
    await progress.step('rehearse', async () => {
      const steps = await migrate(staged.files, deps, { isolation: staged.row.isolation, isRehearsal: true })
      progress.note(steps.length > 0 ? steps.map(({ file, phase }) => `${file} ${phase}`).join(', ') : 'nothing to migrate')
    })
    await record('staged')
    const files = await progress.step('place', () => place(staged.files, deps.staging.access().folder))
    await progress.step('migrate', () => migrate(files, deps, { isolation: staged.row.isolation, isRehearsal: false }))
    const row = await record('installed')
    await deps.rows.describe(row)
    return row
  } catch (error) {
    await record('failed', error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    await staged.discard()
  }
}

/** @throws the first reason why this package must not be loaded here */
function assertWelcome({ files, row, refusal }: StagedPackage, catalogue: ModuleCatalogue): void {
  const { name, version, innoerp: manifest } = files.package
  if (refusal !== undefined) throw moduleErrors.BAD_SIGNATURE({ values: { name, version, state: row.signature, problem: refusal } })
  const owner = catalogue.module(manifest.id)?.package_name
  if (isCorePart(manifest.id)) throw moduleErrors.BAD_PACKAGE({ values: { name, problem: `“${manifest.id}” is a part of the host` } })
  if (owner !== undefined && owner !== name) throw moduleErrors.BAD_PACKAGE({ values: { name, problem: `the module “${manifest.id}” is ${owner}` } })
  const [problem] = requirementProblems(files.package, catalogue)
  if (problem) throw problem
}

async function migrate(files: ModuleFiles, { database, catalogue, staging }: InstallationDeps, how: Pick<MigrationJob, 'isolation' | 'isRehearsal'>) {
  const settled = await settledMigrations(files, { catalogue, folder: staging.access().folder })
  const db = await database.connectAsOwner()
  try {
    return await migrateModule(db, { files, roles: database.roles, settled, ...how })
  } finally {
    await db.end()
  }
}

/** The newest of `versions` that is a release, else the newest. */
export const newestOf = (versions: readonly string[]): string | undefined => {
  const sorted = semver.rsort([...versions])
  return sorted.find((version) => semver.prerelease(version) === null) ?? sorted[0]
}
