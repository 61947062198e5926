import { type BatchPool, type ModuleDefinition, type ModuleDeps, createTenantDb, type CorePorts, type TenantDb } from '@innoerp/sdk/server'
import { mkdir, rm, symlink, readlink } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context, ModulePackage } from '@innoerp/sdk/contract'
import type { Logger } from 'pino'
import { schemaOf, type Roles } from '../platform/database/roles.js'
import { packageFolder } from '../platform/package-folder.js'
import { moduleErrors } from './module-errors.js'
import { createModuleEvents } from './module-events.js'
import type { ModuleFiles } from './module-files.js'
import { mountModule, type RuntimeDeps } from './runtime.js'
import { createUnit, type Unit } from './unit.js'

/** The packages a module's server shares with the host; everything else is in its bundle. */
const SHARED_PACKAGES = ['@innoerp/sdk', 'fastify', '@sinclair/typebox', 'objection'] as const

/** What a module is given beyond its tables and events. */
export type ModuleServices = (module: ModulePackage, call: ModuleDeps['call']) => Pick<ModuleDeps, 'jobs' | 'files' | 'mail' | 'fetch' | 'call'>

export interface LoaderDeps {
  database: { pool: BatchPool; roles: Pick<Roles, 'module'> }
  runtime: Omit<RuntimeDeps, 'log'>
  core: CorePorts
  services: ModuleServices
  call(ctx: Context, port: string, input: unknown): Promise<unknown>
  wake(): void
  logger(moduleId: string): Logger
}

/** Lets installed modules resolve the shared packages: links in a `node_modules` beside them, and nothing but these. */
export async function linkSharedPackages(modulesFolder: string): Promise<void> {
  for (const name of SHARED_PACKAGES) {
    const link = path.join(modulesFolder, 'node_modules', name)
    const target = packageFolder(name)
    if (target === undefined) throw new Error(`The host’s own package ${name} is missing. Run npm install.`)
    if ((await readlink(link).catch(() => undefined)) === target) continue
    await mkdir(path.dirname(link), { recursive: true })
    await rm(link, { recursive: true, force: true })
    await symlink(target, link, 'dir')
  }
}

/** Statements as a module. */
export const moduleDbOf = ({ pool, roles }: LoaderDeps['database'], moduleId: string): TenantDb =>
  createTenantDb({ pool, role: roles.module(moduleId), schema: schemaOf(moduleId) })

/** Imports an installed version, sets it up and builds its instance. Each immutable version is imported once a process. */
export async function loadUnit(files: ModuleFiles, deps: LoaderDeps): Promise<Unit> {
  const { innoerp: manifest } = files.package
  const imported = (await import(pathToFileURL(files.server).href)) as { default?: ModuleDefinition }
  if (typeof imported.default?.setup !== 'function') throw moduleErrors.BAD_PACKAGE({ values: { name: manifest.id, problem: 'server.js has no default export made with defineModule()' } })
  const log = deps.logger(manifest.id)
  const db = moduleDbOf(deps.database, manifest.id)
  const events = createModuleEvents({ name: manifest.id, publishes: manifest.events?.publishes ?? [], db, wake: deps.wake })
  const parts = await imported.default.setup({ db, events, log, core: deps.core, ...deps.services(files.package, deps.call) })
  const declared = { consumer: manifest.events?.consumes ?? [], port: manifest.ports ?? [], job: manifest.jobs ?? [] }
  for (const [kind, given] of [['consumer', parts.consumers], ['port', parts.ports], ['job', parts.jobs]] as const) {
    const extra = Object.keys(given ?? {}).find((what) => !declared[kind].includes(what))
    if (extra !== undefined) throw moduleErrors.UNDECLARED({ values: { name: manifest.id, kind, what: extra } })
  }
  return createUnit({ files, db, parts, trustProxy: deps.runtime.trustProxy, mount: (app) => mountModule(app, { files, parts, db, deps: { ...deps.runtime, log } }) })
}
