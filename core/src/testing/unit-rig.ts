import { apiBaseOf } from '@innoerp/sdk/contract'
import { createTenantDb, type ModuleDefinition, type ModuleDeps } from '@innoerp/sdk/server'
import Fastify, { type FastifyInstance } from 'fastify'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { pathToFileURL } from 'node:url'
import { createDispatcher } from '../modules/dispatcher.js'
import { loadUnit } from '../modules/loader.js'
import type { ModuleFiles } from '../modules/module-files.js'
import { createUnit, type Unit } from '../modules/unit.js'
import { createTenantDirectory } from '../platform/http/tenant-directory.js'
import { serializerCompiler, validatorCompiler } from '../platform/http/validation.js'
import { createUsageMeter } from '../platform/metrics/usage-meter.js'
import { noDatabase, noPool, ORGANIZATION, smallHost } from './small-host.js'
import { writeSmallModules } from './small-modules.js'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** Small modules at work without a database, for what the host itself costs. */
export interface UnitRig {
  handle: Handler
  /** Milliseconds that each took to load, in order. */
  loaded: number[]
}
export interface UnitRigOptions {
  /** A folder for the modules' files. */
  folder: string
  count: number
  /** `plain`: all routes in one Fastify instance. `dispatched`: a unit each, with its routes alone. `whole`: as the host runs modules. */
  kind: 'plain' | 'dispatched' | 'whole'
  /** What is not a module's. */
  core: Handler
}

export async function openUnits({ folder, count, kind, core }: UnitRigOptions): Promise<UnitRig> {
  const files = await writeSmallModules(folder, count)
  if (kind === 'plain') return { handle: await plainInstance(files, core), loaded: [] }
  const deps = smallHost(folder)
  const units = new Map<string, Unit>()
  const loaded: number[] = []
  for (const module of files) {
    const startedAt = performance.now()
    units.set(module.package.innoerp.id, await (kind === 'whole' ? loadUnit(module, deps) : bareUnit(module)))
    loaded.push(performance.now() - startedAt)
  }
  const tenants = createTenantDirectory({ db: { ...noDatabase, run: async () => [organizationWith([...units.keys()])] as never[] }, domain: 'localhost', catalogue: { isInstalled: () => true, resolve: () => '1.0.0' } })
  await tenants.load()
  const dispatcher = createDispatcher({
    core,
    tenants,
    catalogue: { known: () => files.map(({ package: { innoerp } }) => ({ module_id: innoerp.id, manifest: innoerp })) },
    modules: { unit: (moduleId) => units.get(moduleId) },
    usage: createUsageMeter({ db: noDatabase, onError: () => {} }),
    watch: { watches: () => false, record: () => {} },
  })
  dispatcher.refresh()
  return { handle: dispatcher.handle, loaded }
}

/** A module's routes in an instance, without the host's runtime around them. */
async function mountRoutes(app: FastifyInstance, { server, package: { innoerp } }: ModuleFiles): Promise<void> {
  const { default: definition } = (await import(pathToFileURL(server).href)) as { default: ModuleDefinition }
  const { routes } = await definition.setup({} as ModuleDeps)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(routes, { prefix: apiBaseOf(innoerp) })
}

const bareUnit = (files: ModuleFiles): Promise<Unit> => {
  const db = createTenantDb({ pool: noPool, role: '', schema: '' })
  return createUnit({ files, db, parts: { routes: async () => {} }, mount: (app) => mountRoutes(app, files) })
}

async function plainInstance(files: readonly ModuleFiles[], core: Handler): Promise<Handler> {
  let routing: Handler = () => {}
  const app = Fastify({
    serverFactory: (handler) => {
      routing = handler
      return http.createServer()
    },
    routerOptions: { ignoreTrailingSlash: true },
  })
  for (const module of files) await mountRoutes(app, module)
  await app.ready()
  return (req, res) => (req.url?.startsWith('/api/') ? routing(req, res) : core(req, res))
}

/** The organization as the directory reads it. */
function organizationWith(moduleIds: readonly string[]): object {
  const quota = { requests_per_minute: null, jobs_per_hour: null, storage_mb: null }
  return { ...ORGANIZATION, is_active: true, modules: moduleIds.map((module_id) => ({ module_id, version_range: '1.0.0', is_enabled: true, config: {}, settings: {}, display_order: 0, quota })) }
}
