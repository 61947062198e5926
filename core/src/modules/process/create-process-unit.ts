import type { Log } from '@innoerp/sdk/contract'
import { createTenantDb, type Consumer, type JobHandler, type ModuleParts, type Port } from '@innoerp/sdk/server'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Database } from '../../platform/database/database.js'
import { passwordOf, schemaOf } from '../../platform/database/roles.js'
import type { OpenApi } from '../../platform/http/openapi.js'
import { isDevelopment } from '../catalogue/ranges.js'
import type { ModuleFiles } from '../module-files.js'
import { mountModule, type RuntimeDeps } from '../runtime.js'
import { createUnit, type Unit } from '../unit.js'
import { confinementOf } from './confinement.js'
import { checkDescription, keepDescription, readDescription } from './description-store.js'
import { hostCalls, type HostServices } from './host-calls.js'
import { launch } from './launch.js'
import { ModuleProcess } from './module-process.js'
import { ensureProcessLogin, LOGIN_CONNECTIONS } from './process-login.js'
import { ProcessKeeper } from './process-keeper.js'
import type { Description, StartInit } from './protocol.js'
import { proxyRoutes } from './proxy-routes.js'
import { createRemoteWork } from './remote-work.js'
import { scopeKeyOf } from './scope-key.js'
import type { Spares } from './spares.js'

export interface ProcessUnitDeps {
  database: Database
  /** Derives the login's password and the key that scopes are proved with. */
  secretKey: string
  isPrepared: boolean
  /** Folder for what processes said of themselves; not below a package, which is as it was signed. */
  descriptions: string
  memoryMb: number
  idleSeconds: number
  runtime: Omit<RuntimeDeps, 'log'>
  services: HostServices
  spares: Spares
  log: Logger
  /** Installing or activating: a process has to start now, and its failure is this function's. */
  isTrial: boolean
  /** The version misbehaved too often; it answers 503 from now on. */
  onQuarantine(reason: string): void
}

/**
 * A version of a module in a process of its own: for the host a unit like any other, whose routes, consumers and ports are worked on
 * elsewhere.
 * @throws an error that says why, where it has to be started and cannot be
 */
export async function createProcessUnit(files: ModuleFiles, deps: ProcessUnitDeps): Promise<Unit> {
  const { innoerp: manifest, version } = files.package
  const { id } = manifest
  const keeper = new ProcessKeeper({ name: id, version, idleMs: deps.idleSeconds * 1_000, start: starter(files, deps), onQuarantine: deps.onQuarantine, log: deps.log })
  const description = await describe({ keeper, files, deps })
  const work = createRemoteWork(keeper)
  const parts: ModuleParts = {
    routes: proxyRoutes({ name: id, routes: description.routes, keeper }),
    consumers: byName<Consumer>(description.consumers, (topic) => (ctx, data) => work.consume(ctx, { topic, event_id: ctx.requestId, data })),
    ports: byName<Port>(description.ports, (port) => (ctx, input) => work.port(ctx, { port, input })),
    jobs: byName<JobHandler>(description.jobs, (name) => (ctx, payload) => work.job(ctx, { name, payload })),
    close: () => keeper.stop(),
  }
  const db = createTenantDb({ pool: deps.database.pool, role: deps.database.roles.module(id), schema: schemaOf(id) })
  const unit = await createUnit({ files, db, parts, trustProxy: deps.runtime.trustProxy, mount: (app) => mountModule(app, { files, parts, db, deps: { ...deps.runtime, log: deps.log } }) })
  return {
    ...unit,
    document: () => description.document as OpenApi,
    deliver: (ctx, { topic, event_id, data }) => work.consume(ctx, { topic, event_id, data }),
  }
}

const byName = <T>(names: readonly string[], make: (name: string) => T): Record<string, T> => Object.fromEntries(names.map((name) => [name, make(name)]))

/** What is kept from an earlier start, else what a process says that is started for it. */
async function describe({ keeper, files, deps }: { keeper: ProcessKeeper; files: ModuleFiles; deps: ProcessUnitDeps }): Promise<Description> {
  const { innoerp: manifest, version } = files.package
  const { id } = manifest
  const kept = deps.isTrial ? undefined : await readDescription(deps.descriptions, { id, version })
  if (kept) return kept
  const { description: said } = await keeper.tryStart()
  try {
    const description = checkDescription(said, manifest)
    await keepDescription(deps.descriptions, { id, version, description })
    return description
  } catch (error) {
    await keeper.stop()
    throw error
  }
}

/** Starts processes of this version; the login is made before the first one. */
function starter(files: ModuleFiles, deps: ProcessUnitDeps): () => Promise<ModuleProcess> {
  const { innoerp: manifest, version } = files.package
  const { database, secretKey, memoryMb, services, log } = deps
  const { roles, address } = database
  const login = roles.process(manifest.id)
  const key = scopeKeyOf(secretKey)
  const start: Omit<StartInit, 'socket' | 'secret'> = {
    server: files.server,
    manifest,
    version,
    database: { ...address, user: login, password: passwordOf(secretKey, login) },
    schema: schemaOf(manifest.id),
    isPrepared: deps.isPrepared,
    maxConnections: LOGIN_CONNECTIONS / 2,
  }
  const prepare = once(async () => {
    // All versions of the module: a spare process is started before its version is known.
    const folders = [path.dirname(files.folder), path.join(files.folder, '..', '..', 'node_modules')]
    const confinement = await confinementOf({ moduleId: manifest.id, folders, memoryMb, hasLocalDatabase: address.host?.startsWith('/') ?? false })
    sayWhatIsMissing(confinement.missing, log)
    const owner = await database.connectAsOwner()
    try {
      await ensureProcessLogin(owner, { roles, moduleId: manifest.id, secretKey, key, publishes: manifest.events?.publishes ?? [] })
    } finally {
      await owner.end()
    }
    return confinement
  })
  return async () => {
    const confinement = await prepare()
    const started = await ModuleProcess.start({
      confinement,
      launch: () => deps.spares.take(manifest.id, confinement) ?? launch(confinement),
      memoryMb,
      start,
      log,
      handlersFor: (activities) => hostCalls({ services, activities, module: files.package, login, key, log }),
    })
    if (isDevelopment(version)) deps.spares.prepare(manifest.id, confinement)
    return started
  }
}

function sayWhatIsMissing(missing: readonly string[], log: Log): void {
  if (missing.length > 0) log.warn({ action: 'confinement' }, `Its process runs without ${missing.join('; without ')}`)
}

/** Until it succeeds it is tried again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => {
    done ??= work()
    done.catch(() => (done = undefined))
    return done
  }
}
