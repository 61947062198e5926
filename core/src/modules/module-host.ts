import type { Context } from '@innoerp/sdk/contract'
import type { CorePorts, TenantDb } from '@innoerp/sdk/server'
import path from 'node:path'
import type { Platform } from '../platform/platform.js'
import type { AccessDeps } from '../platform/http/access.js'
import type { OpenApi } from '../platform/http/openapi.js'
import type { Tenant } from '../platform/http/site.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { VersionRow } from './catalogue/catalogue-repository.js'
import type { ModuleCatalogue } from './catalogue/catalogue.js'
import { contextFor } from './context-for.js'
import { folderOf } from './install/staging.js'
import { moduleErrors } from './module-errors.js'
import { readModuleFiles, type ModuleFiles } from './module-files.js'
import { linkSharedPackages, loadUnit, moduleDbOf, type LoaderDeps, type ModuleServices } from './loader.js'
import { createProcessUnit, type ProcessUnitDeps } from './process/create-process-unit.js'
import { Spares } from './process/spares.js'
import type { Unit } from './unit.js'
import { createUnitStore, type UnitStore } from './unit-store.js'

export interface ModuleHostDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  access: AccessDeps
  core: CorePorts
  services: ModuleServices
  wake(): void
  /** A version in a process of its own misbehaved too often. */
  onQuarantine(row: VersionRow, reason: string): void
  /** Absent: every module runs here. */
  elsewhere?: ModulesElsewhere | undefined
}
/** Modules that run in other processes. */
export interface ModulesElsewhere {
  /** Whether it runs here, or this process has to do with it at least. */
  concerns(moduleId: string): boolean
  /** What stands here for a version that runs elsewhere; undefined where it runs here. */
  standIn(files: ModuleFiles, db: TenantDb): Unit | undefined
}

/** The module versions at work, and which of them an organization runs. */
export interface ModuleHost {
  readonly units: UnitStore
  /** `<home>/modules`. */
  readonly folder: string
  unit(moduleId: string, version: string | undefined): Unit | undefined
  /** The unit that an organization runs of a module it has. */
  unitOf(tenant: Tenant, moduleId: string): Unit | undefined
  /** Loads every active version that is not loaded yet. */
  load(): Promise<void>
  /** Takes out what is active no more. */
  retire(): void
  /** OpenAPI documents of every loaded module: of the version that `tenant` runs, else of the stable one. */
  documents(tenant?: Tenant): OpenApi[]
  close(): Promise<void>
}

/** What every loaded version is given, calls to other modules included: they go to the version that the organization runs. */
export function loaderDepsOf({ platform, tenants, access, core, services, wake }: ModuleHostDeps, unitOf: ModuleHost['unitOf']): LoaderDeps {
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
    runtime: { ...access, idempotency, disabledModuleApi: platform.config.disabledModuleApi, corsOrigins: platform.config.corsOrigins, flags: platform.flags, logs: platform.logs, trustProxy: platform.config.services?.own === 'modules' },
    core,
    services,
    call,
    wake,
    logger: (moduleId) => platform.logs.logger(`${moduleId}-module`, 'middleware'),
  }
}

function processDepsOf({ deps, loader, row, folder, spares }: { deps: ModuleHostDeps; loader: LoaderDeps; row: VersionRow; folder: string; spares: Spares }): ProcessUnitDeps {
  const { config, database, secrets } = deps.platform
  return {
    ...config.moduleProcess,
    database,
    secretKey: secrets.secretKey,
    isPrepared: config.database.prepared,
    descriptions: path.join(folder, '.processes'),
    runtime: loader.runtime,
    spares,
    services: { core: loader.core, ofModule: loader.services, call: loader.call, wake: loader.wake },
    log: loader.logger(row.module_id),
    isTrial: row.state !== 'active',
    onQuarantine: (reason) => deps.onQuarantine(row, reason),
  }
}

export function createModuleHost(deps: ModuleHostDeps): ModuleHost {
  const { platform, catalogue } = deps
  const folder = path.join(platform.config.home, 'modules')
  const unit: ModuleHost['unit'] = (moduleId, version) => (version === undefined ? undefined : units.get(moduleId, version))
  const unitOf: ModuleHost['unitOf'] = (tenant, moduleId) => unit(moduleId, tenant.modules.get(moduleId)?.version)
  const loaderDeps = loaderDepsOf(deps, unitOf)
  const spares = new Spares()
  const units = createUnitStore({
    open: async (row) => {
      const files = await readModuleFiles(folderOf(folder, { id: row.module_id, version: row.version }))
      const standIn = deps.elsewhere?.standIn(files, moduleDbOf(platform.database, row.module_id))
      if (standIn) return standIn
      return row.isolation === 'process' ? createProcessUnit(files, processDepsOf({ deps, loader: loaderDeps, row, folder, spares })) : loadUnit(files, loaderDeps)
    },
    log: platform.logs.logger('modules', 'lifecycle'),
  })
  const wanted = () => catalogue.activeVersions().filter(({ module_id }) => deps.elsewhere?.concerns(module_id) ?? true)
  return {
    units,
    folder,
    unit,
    unitOf,
    load: async () => {
      await linkSharedPackages(folder)
      await units.loadAll(wanted())
    },
    retire: () => units.keepOnly(wanted()),
    documents: (tenant) =>
      catalogue
        .list()
        .flatMap(({ module_id, version }) => (tenant?.modules.has(module_id) ? unitOf(tenant, module_id) : unit(module_id, version)) ?? [])
        .map((one) => one.document()),
    close: async () => {
      spares.close()
      await units.close()
    },
  }
}
