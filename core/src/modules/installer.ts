import { verifyPackage, contentHash } from '@innoerp/sdk/packaging'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import semver from 'semver'
import type { Database } from '../platform/database/database.js'
import type { ModuleCatalogue, VersionRow, VersionState } from './catalogue.js'
import type { ModuleKeys } from './keys.js'
import { migrateModule } from './migrations.js'
import { moduleErrors } from './module-errors.js'
import { readModuleFiles, type ModuleFiles } from './module-files.js'
import { unpack } from './tarball.js'

/** The version of the SDK that this host gives to modules. */
export const SDK_VERSION = '1.0.0'

export interface InstallerDeps {
  database: Database
  catalogue: ModuleCatalogue
  keys: ModuleKeys
  /** `<home>/modules`. */
  folder: string
  /** The npm registry to install from. */
  registryUrl: () => string
}
export interface PackageSpec {
  name: string
  version: string
}

export const folderOf = (modules: string, { id, version }: { id: string; version: string }): string => path.join(modules, id, version)

/**
 * Fetches a package from the registry and brings it to where it can be loaded: integrity checked against the registry's, scripts
 * never run, entries checked, signature verified, range of the SDK checked, tables migrated. Every step is recorded; a step that was
 * cut off by a crash is simply done again.
 */
export async function install(spec: PackageSpec, deps: InstallerDeps): Promise<ModuleFiles> {
  const { tarball, integrity } = await fetchPackage(spec, { registry: deps.registryUrl(), cache: path.join(deps.folder, '.cache') })
  const staging = path.join(deps.folder, '.staging', `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`)
  try {
    await unpack(tarball, { name: spec.name, folder: staging })
    const signature = await verify(staging, { spec, keys: deps.keys })
    const staged = await readModuleFiles(staging)
    checkIdentity(staged, spec)
    const row: Omit<VersionRow, 'state'> = {
      module_id: staged.package.innoerp.id,
      version: spec.version,
      package_name: spec.name,
      integrity,
      content_hash: await contentHash(staging),
      signature,
    }
    const record = (state: VersionState, error?: string) => deps.catalogue.record({ ...row, state }, error)
    await record('verified')
    const files = await place(staged, deps.folder)
    await migrate(files, { deps, record })
    await record('migrated')
    return files
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** npm's own client, loaded only when something is installed: it is large. */
async function fetchPackage({ name, version }: PackageSpec, options: { registry: string; cache: string }): Promise<{ tarball: Buffer; integrity: string }> {
  const { default: pacote } = await import('pacote')
  const tarball = await pacote.tarball(`${name}@${version}`, { ...options, preferOnline: true } as never)
  return { tarball, integrity: String(tarball.integrity) }
}

async function verify(folder: string, { spec, keys }: { spec: PackageSpec; keys: ModuleKeys }): Promise<'signed'> {
  const { state, problems } = await verifyPackage(folder, keys.trusted)
  if (state === 'signed') return 'signed'
  throw moduleErrors.BAD_SIGNATURE({ values: { name: spec.name, version: spec.version, state, problem: problems[0] ?? state } })
}

function checkIdentity({ package: { name, version, innoerp } }: ModuleFiles, spec: PackageSpec): void {
  if (name !== spec.name || version !== spec.version) {
    throw moduleErrors.BAD_PACKAGE({ values: { name: spec.name, problem: `it calls itself ${name} ${version}` } })
  }
  if (!semver.satisfies(SDK_VERSION, innoerp.sdk)) {
    throw moduleErrors.INCOMPATIBLE({ values: { name, version, need: `@innoerp/sdk ${innoerp.sdk}`, have: SDK_VERSION } })
  }
}

/** A version's folder is complete or absent: it is moved into place as a whole. */
async function place(staged: ModuleFiles, modules: string): Promise<ModuleFiles> {
  const { innoerp, version } = staged.package
  const target = folderOf(modules, { id: innoerp.id, version })
  await mkdir(path.dirname(target), { recursive: true })
  await rm(target, { recursive: true, force: true })
  await rename(staged.folder, target)
  return readModuleFiles(target)
}

async function migrate(files: ModuleFiles, { deps, record }: { deps: InstallerDeps; record(state: VersionState, error?: string): Promise<void> }): Promise<void> {
  const db = await deps.database.connectAsOwner()
  try {
    await migrateModule(db, { files, roles: deps.database.roles })
  } catch (error) {
    await record('failed', error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    await db.end()
  }
}
