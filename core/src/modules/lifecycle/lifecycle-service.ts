import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { Tenant } from '../../platform/http/site.js'
import type { VersionRow } from '../catalogue/catalogue-repository.js'
import type { CatalogueModule, ModuleCatalogue } from '../catalogue/catalogue.js'
import { exactVersion, type RegistryAccess } from '../install/fetch-package.js'
import { moduleErrors } from '../module-errors.js'
import type { Operations } from '../operations/operations.js'
import type { VersionKey } from './lifecycle.js'

export interface LifecycleServiceDeps {
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  operations: Operations
  access(): RegistryAccess
}
/** What a super admin asks for. Each checks at once what can be checked, and gives the id of the operation that does the rest. */
export interface LifecycleService {
  install(input: { package: string; version?: string; activate?: boolean }, by: string): Promise<string>
  activate(key: VersionKey, by: string): Promise<string>
  deactivate(key: VersionKey, by: string): Promise<string>
  /** Lifts a quarantine. */
  release(key: VersionKey, by: string): Promise<string>
  remove(key: VersionKey, by: string): Promise<string>
  uninstall(moduleId: string, by: string): Promise<string>
  restore(moduleId: string, by: string): Promise<string>
  purge(moduleId: string, input: { confirm: string; by: string }): Promise<string>
}

/** The organizations that run a version. */
export function usersOf(tenants: TenantDirectory, { moduleId, version }: VersionKey): Tenant[] {
  return [...tenants.all()].filter((tenant) => tenant.modules.get(moduleId)?.version === version)
}

/** What must hold before a change is begun. */
function checksOf({ catalogue, tenants }: Pick<LifecycleServiceDeps, 'catalogue' | 'tenants'>) {
  const moduleOf = (moduleId: string): CatalogueModule => {
    const module = catalogue.module(moduleId)
    if (!module) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
    return module
  }
  return {
    state: ({ moduleId, version }: VersionKey, { states, problem }: { states: readonly VersionRow['state'][]; problem: string }): void => {
      const row = moduleOf(moduleId).versions.get(version)
      if (!row) throw moduleErrors.VERSION_NOT_FOUND({ values: { module_id: moduleId, version } })
      if (!states.includes(row.state)) throw moduleErrors.WRONG_STATE({ values: { module_id: moduleId, version, state: row.state, problem } })
    },
    unused: (key: VersionKey): void => {
      const { length } = usersOf(tenants, key)
      if (length > 0) throw moduleErrors.IN_USE({ values: { module_id: key.moduleId, version: key.version, count: length } })
    },
    installed: (moduleId: string): void => {
      if (moduleOf(moduleId).uninstalled_at !== null) throw moduleErrors.NOT_INSTALLED({ values: { module_id: moduleId } })
    },
    uninstalled: (moduleId: string): void => {
      if (moduleOf(moduleId).uninstalled_at === null) throw moduleErrors.IS_INSTALLED({ values: { module_id: moduleId } })
    },
  }
}

const ANY: readonly VersionRow['state'][] = ['installed', 'active', 'quarantined', 'failed', 'retired', 'staged']

export function createLifecycleService({ catalogue, tenants, operations, access }: LifecycleServiceDeps): LifecycleService {
  const assert = checksOf({ catalogue, tenants })
  const start = (kind: string, input: { moduleId: string }, by: string) => operations.start({ kind, moduleId: input.moduleId, input: { ...input }, by })
  return {
    install: async ({ package: name, version, activate = true }, by) => {
      const spec = await exactVersion(name, version, access())
      const known = [...catalogue.modules()].find((module) => module.package_name === name)
      return operations.start({ kind: 'install', moduleId: known?.module_id ?? name, input: { ...spec, activate }, by })
    },
    activate: async (key, by) => {
      assert.state(key, { states: ['installed', 'active', 'retired'], problem: 'only an installed version can be activated' })
      return start('activate', key, by)
    },
    deactivate: async (key, by) => {
      assert.state(key, { states: ['active'], problem: 'only an active version can be deactivated' })
      assert.unused(key)
      return start('deactivate', key, by)
    },
    release: async (key, by) => {
      assert.state(key, { states: ['quarantined'], problem: 'it is not quarantined' })
      return start('activate', key, by)
    },
    remove: async (key, by) => {
      assert.state(key, { states: ANY, problem: '' })
      assert.unused(key)
      return start('remove', key, by)
    },
    uninstall: async (moduleId, by) => {
      assert.installed(moduleId)
      return start('uninstall', { moduleId }, by)
    },
    restore: async (moduleId, by) => {
      assert.uninstalled(moduleId)
      return start('restore', { moduleId }, by)
    },
    purge: async (moduleId, { confirm, by }) => {
      assert.uninstalled(moduleId)
      if (confirm !== moduleId) throw moduleErrors.NOT_CONFIRMED({ values: { module_id: moduleId } })
      return start('purge', { moduleId }, by)
    },
  }
}
