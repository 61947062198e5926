import type { Context } from '@innoerp/sdk/contract'
import type { CorePorts } from '@innoerp/sdk/server'
import path from 'node:path'
import type { Platform } from '../platform/platform.js'
import type { AccessDeps } from '../platform/http/access.js'
import type { Tenant } from '../platform/http/site.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { OpenApi } from '../platform/http/openapi.js'
import type { ModuleCatalogue } from './catalogue.js'
import { folderOf, install, type InstallerDeps, type PackageSpec } from './installer.js'
import { linkSharedPackages, loadUnit, type LoaderDeps } from './loader.js'
import { contextFor } from './context-for.js'
import { moduleErrors } from './module-errors.js'
import { readModuleFiles } from './module-files.js'
import type { Unit } from './unit.js'

export interface ModuleHostDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  access: AccessDeps
  core: CorePorts
  wake(): void
  installer: Omit<InstallerDeps, 'catalogue' | 'database' | 'folder'>
}

/** The module versions at work. */
export interface ModuleHost {
  unit(moduleId: string, version: string): Unit | undefined
  /** The unit that an organization runs of a module it has. */
  unitOf(tenant: Tenant, moduleId: string): Unit | undefined
  units(): Iterable<Unit>
  /** Loads every version that some organization or the catalogue needs and that is not loaded yet. */
  loadInstalled(): Promise<void>
  /** Installs a published version, loads it and makes it current. */
  install(spec: PackageSpec): Promise<Unit>
  documents(): OpenApi[]
  close(): Promise<void>
}

const keyOf = (moduleId: string, version: string): string => `${moduleId}@${version}`

/** What every loaded version is given, calls to other modules included: they go to the version that the organization runs. */
function loaderDepsOf({ platform, tenants, access, core, wake }: ModuleHostDeps, unitOf: ModuleHost['unitOf']): LoaderDeps {
  const call = async (ctx: Context, port: string, input: unknown): Promise<unknown> => {
    const tenant = tenants.byId(ctx.organization.id)
    const moduleId = port.split('.')[0] ?? ''
    const unit = tenant && unitOf(tenant, moduleId)
    const handler = unit?.ports[port]
    if (!tenant || !unit || !handler || !tenant.modules.get(moduleId)?.is_enabled) throw moduleErrors.PORT_NOT_FOUND({ values: { port } })
    return handler(contextFor({ platform, tenant, unit, user: ctx.user, requestId: ctx.requestId }), input)
  }
  const idempotency = { db: platform.database.core, secretKey: platform.secrets.secretKey }
  return {
    database: platform.database,
    runtime: { ...access, idempotency, disabledModuleApi: platform.config.disabledModuleApi },
    core,
    call,
    wake,
    logger: (moduleId) => platform.logs.logger(`${moduleId}-module`, 'middleware'),
  }
}

export function createModuleHost(deps: ModuleHostDeps): ModuleHost {
  const { platform, catalogue, tenants } = deps
  const folder = path.join(platform.config.home, 'modules')
  const units = new Map<string, Unit>()

  const unitOf = (tenant: Tenant, moduleId: string): Unit | undefined => {
    const assignment = tenant.modules.get(moduleId)
    return assignment && units.get(keyOf(moduleId, assignment.version))
  }
  const loaderDeps = loaderDepsOf(deps, unitOf)
  const load = async (moduleId: string, version: string): Promise<Unit> => {
    const unit = await loadUnit(await readModuleFiles(folderOf(folder, { id: moduleId, version })), loaderDeps)
    units.set(keyOf(moduleId, version), unit)
    return unit
  }
  const needed = (): [string, string][] => {
    const all = new Map(catalogue.list().map(({ module_id, version }) => [keyOf(module_id, version), [module_id, version] as [string, string]]))
    for (const tenant of tenants.all()) for (const { module_id, version } of tenant.modules.values()) all.set(keyOf(module_id, version), [module_id, version])
    return [...all.values()].filter(([id, version]) => !units.has(keyOf(id, version)))
  }
  return {
    unit: (moduleId, version) => units.get(keyOf(moduleId, version)),
    unitOf,
    units: () => units.values(),
    loadInstalled: async () => {
      await linkSharedPackages(folder)
      await Promise.all(needed().map(([id, version]) => load(id, version)))
    },
    install: async (spec) => {
      const files = await install(spec, { ...deps.installer, database: platform.database, catalogue, folder })
      const { id } = files.package.innoerp
      const unit = await load(id, spec.version)
      await catalogue.activate(id, spec.version)
      await catalogue.makeCurrent(files)
      await platform.bus.announce({ kind: 'catalogue' })
      return unit
    },
    documents: () => catalogue.list().flatMap(({ module_id, version }) => units.get(keyOf(module_id, version)) ?? []).map((unit: Unit) => unit.document()),
    close: async () => {
      await Promise.all([...units.values()].map((unit) => unit.retire()))
    },
  }
}
