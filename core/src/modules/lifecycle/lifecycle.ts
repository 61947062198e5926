import { isDomainError } from '@innoerp/sdk/contract'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Audit } from '../../platform/audit/index.js'
import type { Database } from '../../platform/database/database.js'
import type { CatalogueRepository, VersionRow } from '../catalogue/catalogue-repository.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { PackageSpec } from '../install/fetch-package.js'
import { install, type InstallationDeps } from '../install/installation.js'
import { folderOf } from '../install/staging.js'
import { moduleErrors } from '../module-errors.js'
import type { Operations, Progress } from '../operations/operations.js'
import type { UnitStore } from '../unit-store.js'
import { contractOlder } from './contract.js'
import { purgeModule } from './purge.js'

export interface VersionKey {
  moduleId: string
  version: string
}
export interface LifecycleDeps extends InstallationDeps {
  database: Database
  catalogue: ModuleCatalogue
  rows: CatalogueRepository
  units: UnitStore
  audit: Audit
  /** `<home>/modules`. */
  folder: string
  /** Publishes that a version is here. */
  registered(row: VersionRow): Promise<void>
  /** Tells every instance that the catalogue changed; resolves when this one has taken it in. */
  changed(): Promise<void>
}

/** What can happen to a module, each as a chain of repeatable steps. */
export interface Lifecycle {
  install(input: PackageSpec & { activate: boolean }, progress: Progress): Promise<VersionRow>
  activate(key: VersionKey, progress: Progress): Promise<void>
  deactivate(key: VersionKey, progress: Progress): Promise<void>
  /** Takes a version away for good; what only it needed of the tables goes with it. */
  remove(key: VersionKey, progress: Progress): Promise<void>
  uninstall(input: { moduleId: string }, progress: Progress): Promise<void>
  restore(input: { moduleId: string }, progress: Progress): Promise<void>
  purge(input: { moduleId: string }, progress: Progress): Promise<void>
  /** A version that misbehaved serves nobody until it is released. */
  quarantine(key: VersionKey, reason: string): Promise<void>
}

export function createLifecycle(deps: LifecycleDeps): Lifecycle {
  const { rows, changed } = deps
  const activate = activateWith(deps)
  /** One step that sets something and tells it. */
  const set = (progress: Progress, name: string, work: () => Promise<void>): Promise<void> =>
    progress.step(name, async () => {
      await work()
      await changed()
    })
  return {
    activate,
    install: installWith(deps, activate),
    remove: removeWith(deps),
    deactivate: ({ moduleId, version }, progress) => set(progress, 'deactivate', () => rows.setState(moduleId, version, { state: 'installed' })),
    uninstall: ({ moduleId }, progress) => set(progress, 'uninstall', () => rows.setUninstalled(moduleId, true)),
    restore: ({ moduleId }, progress) => set(progress, 'restore', () => rows.setUninstalled(moduleId, false)),
    purge: async ({ moduleId }, progress) => {
      await progress.step('delete data', () => purgeModule(deps.database, moduleId))
      await set(progress, 'delete packages', () => rm(path.join(deps.folder, moduleId), { recursive: true, force: true }))
    },
    quarantine: async ({ moduleId, version }, reason) => {
      await rows.setState(moduleId, version, { state: 'quarantined', error: reason })
      await deps.audit.append('platform', { action: 'module.quarantined', target: { type: 'module', id: `${moduleId}@${version}` }, data: { reason } })
      await changed()
    },
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A version serves once it has been started on trial. */
const activateWith =
  ({ catalogue, rows, units, changed }: LifecycleDeps): Lifecycle['activate'] =>
  async ({ moduleId, version }, progress) => {
    const row = catalogue.module(moduleId)?.versions.get(version)
    if (!row) throw moduleErrors.VERSION_NOT_FOUND({ values: { module_id: moduleId, version } })
    await progress.step('start', async () => {
      await units.load(row).catch((error: unknown) => {
        throw moduleErrors.DOES_NOT_START({ values: { name: row.package_name, version, problem: reasonOf(error) } })
      })
    })
    await progress.step('activate', async () => {
      await rows.setState(moduleId, version, { state: 'active' })
      await changed()
    })
  }

const installWith =
  (deps: LifecycleDeps, activate: Lifecycle['activate']): Lifecycle['install'] =>
  async ({ activate: isActivated, ...spec }, progress) => {
    const row = await install(spec, deps, progress)
      .catch(async (error: unknown) => {
        if (isDomainError(error) && error.code === 'MODULE_BAD_SIGNATURE') await deps.audit.append('platform', { action: 'module.refused', target: { type: 'module', id: `${spec.name}@${spec.version}` }, data: { reason: reasonOf(error) } })
        throw error
      })
      // A refusal is kept with the module's versions too.
      .finally(deps.changed)
    const key = { moduleId: row.module_id, version: row.version }
    await deps.registered(row)
    if (!isActivated) return row
    await activate(key, progress).catch(async (error: unknown) => {
      await deps.rows.setState(key.moduleId, key.version, { state: 'failed', error: reasonOf(error) })
      await deps.changed()
      throw error
    })
    return row
  }

const removeWith =
  (deps: LifecycleDeps): Lifecycle['remove'] =>
  async ({ moduleId, version }, progress) => {
    const { rows, folder, changed } = deps
    await progress.step('retire', async () => {
      await rows.setState(moduleId, version, { state: 'retired' })
      await changed()
    })
    await progress.step('contract', async () => progress.note((await contractOlder(deps, moduleId)).join(', ') || 'nothing to contract'))
    await progress.step('remove', async () => {
      await rm(folderOf(folder, { id: moduleId, version }), { recursive: true, force: true })
      await rows.forget(moduleId, version)
      await changed()
    })
  }

/** Says how the operations of modules are done. */
export function defineOperations(operations: Operations, lifecycle: Lifecycle): void {
  operations.define('install', async (input: PackageSpec & { activate: boolean }, progress) => void (await lifecycle.install(input, progress)))
  for (const kind of ['activate', 'deactivate', 'remove'] as const) operations.define(kind, (input: VersionKey, progress) => lifecycle[kind](input, progress))
  for (const kind of ['uninstall', 'restore', 'purge'] as const) operations.define(kind, (input: { moduleId: string }, progress) => lifecycle[kind](input, progress))
}
