import { publishedModules } from '@innoerp/registry'
import { PLATFORM_ORGANIZATION } from '@innoerp/sdk/contract'
import type { CorePorts } from '@innoerp/sdk/server'
import { createCatalogueRepository, type CatalogueRepository, type VersionRow } from '../modules/catalogue/catalogue-repository.js'
import { ModuleCatalogue } from '../modules/catalogue/catalogue.js'
import { createPublished, type Published } from '../modules/install/published.js'
import type { RegistryAccess } from '../modules/install/fetch-package.js'
import type { StagingDeps } from '../modules/install/staging.js'
import { createLifecycleService, type LifecycleService } from '../modules/lifecycle/lifecycle-service.js'
import { createLifecycle, defineOperations, type Lifecycle } from '../modules/lifecycle/lifecycle.js'
import { createModuleExports } from '../modules/lifecycle/module-export.js'
import { createRangeService, type RangeService } from '../modules/lifecycle/ranges-service.js'
import { createModuleHost, type ModuleHost, type ModulesElsewhere } from '../modules/module-host.js'
import { createOperationRepository } from '../modules/operations/operation-repository.js'
import type { Exports } from '../modules/operations/exports.js'
import { createOperations, type Operations } from '../modules/operations/operations.js'
import { createRolloutMoves } from '../modules/rollouts/rollout-moves.js'
import { createRolloutRepository } from '../modules/rollouts/rollout-repository.js'
import { createRolloutService, type RolloutService } from '../modules/rollouts/rollout-service.js'
import { createRolloutWatch, type RolloutWatch } from '../modules/rollouts/rollout-watch.js'
import { createModuleServices } from '../modules/services/index.js'
import type { TrustedKeys } from '../modules/trust/trusted-keys.js'
import { createLeader, type Leader } from '../platform/events/leader.js'
import { createExportFiles } from '../platform/exports/export-files.js'
import type { AccessDeps } from '../platform/http/access.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import type { Platform } from '../platform/platform.js'
import { createAssignmentRepository } from '../services/tenant/assignment-repository.js'
import { does, isHere } from './placement.js'
import { registryDatabase } from './registry-database.js'

/** Everything about modules that runs in this host. */
export interface ModulePlatform {
  catalogue: ModuleCatalogue
  rows: CatalogueRepository
  tenants: TenantDirectory
  host: ModuleHost
  keys: TrustedKeys
  published: Published
  staging: StagingDeps
  operations: Operations
  /** Which of several instances changes modules. */
  leader: Leader
  lifecycle: Lifecycle
  service: LifecycleService
  exports: Exports
  ranges: RangeService
  rollouts: RolloutService
  watch: RolloutWatch
}
export interface ModulePlatformDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  rows: CatalogueRepository
  tenants: TenantDirectory
  keys: TrustedKeys
  access: AccessDeps
  core: CorePorts
  /** Address of the registry, with a slash at its end. */
  registryUrl(): string
  /** Nudges the relay. */
  wake(): void
  /** Absent: every module runs here. */
  elsewhere: ModulesElsewhere | undefined
}

const NOBODY: Leader = { lead: async () => false, resign: async () => {} }

export function openCatalogue({ database }: Platform, hostVersion: string): { catalogue: ModuleCatalogue; rows: CatalogueRepository } {
  const rows = createCatalogueRepository(database.core)
  return { rows, catalogue: new ModuleCatalogue({ rows, hostVersion }) }
}

/** Wires the module host: what is installed, what runs, how it changes. */
export function createModulePlatform(deps: ModulePlatformDeps): ModulePlatform {
  const { platform, catalogue, rows, tenants, keys, access: guards, core, registryUrl, wake, elsewhere } = deps
  const { database, bus, config, logs } = platform
  const onQuarantine = ({ module_id: moduleId, version }: VersionRow, reason: string): void => {
    lifecycle.quarantine({ moduleId, version }, reason).catch((error: unknown) => logs.logger('modules', 'lifecycle').error({ err: error }, `${moduleId}@${version} could not be quarantined`))
  }
  const host = createModuleHost({ platform, catalogue, tenants, access: guards, core, services: createModuleServices({ platform, grants: catalogue, tenants }), wake, onQuarantine, elsewhere })
  const access = (): RegistryAccess => ({ registry: registryUrl(), folder: host.folder })
  // Exports are the tenant service's.
  const leader = does(config, 'operations') ? createLeader(database, 'operations') : isHere(config, 'tenant') ? createLeader(database, 'exports') : NOBODY
  const staging: StagingDeps = { access, keys, allowsUnsigned: config.allowsUnsigned }
  const operations = createOperations({ rows: createOperationRepository(database.core), bus, leader, log: logs.logger('modules', 'operations') })
  const changed = () => bus.announce({ kind: 'catalogue' })
  const registered = ({ module_id, version, package_name }: VersionRow): Promise<void> =>
    database.core.transaction('platform', (tx) =>
      platform.events.publish(tx, { topic: 'module.registered', organization_id: PLATFORM_ORGANIZATION, data: { module_id, version, package: package_name } }),
    )
  const lifecycle = createLifecycle({ database, catalogue, rows, staging, audit: platform.audit, units: host.units, folder: host.folder, registered, changed })
  if (does(config, 'operations')) defineOperations(operations, lifecycle)
  // They are done where modules run, wherever else operations are done.
  const ofModules = does(config, 'operations') ? operations : { ...operations, define: () => {} }
  const exports = createModuleExports({ files: createExportFiles({ database, home: config.home }), operations: ofModules, catalogue })
  const ranges = createRangeService({ platform, catalogue })
  const rolloutRows = createRolloutRepository(database.core)
  const moves = createRolloutMoves({ platform, tenants, ranges, rows: rolloutRows, assignments: createAssignmentRepository(database.core) })
  const rollouts = createRolloutService({ platform, catalogue, rows: rolloutRows, moves })
  return {
    catalogue,
    rows,
    tenants,
    host,
    keys,
    published: createPublished({ list: () => publishedModules(registryDatabase(database.core)), staging }),
    staging,
    operations,
    leader,
    lifecycle,
    service: createLifecycleService({ catalogue, tenants, operations, access }),
    exports,
    ranges,
    rollouts,
    watch: createRolloutWatch({ rows: rolloutRows, rollouts, log: logs.logger('modules', 'rollouts') }),
  }
}
