// Runs the code of a module, in a process of its own: it may do as it likes, and its parent ends it when it has told what it found.
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Server from '@innoerp/sdk/server'
import type { ModuleDefinition, ModuleParts, ModuleRoutes } from '@innoerp/sdk/server'
import { BUILD_FOLDER, BUILT } from '@innoerp/sdk/packaging'
import type { Inspection, MigrationFact, RouteFact } from './subject.js'

type Sdk = typeof Server
type Fastify = (options: { logger: boolean }) => Parameters<ModuleRoutes>[0]

const folder = process.argv[2] ?? ''
const at = (path: string) => join(folder, BUILD_FOLDER, path)
const names = { schema: 'module', role: 'module', owner: 'owner' }
const textOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))

/** The module's own SDK and Fastify: two copies of them would not know each other's classes. */
async function ownLibraries(): Promise<{ sdk: Sdk; fastify: Fastify }> {
  const sdkFile = createRequire(join(folder, 'package.json')).resolve('@innoerp/sdk/server')
  const fastifyFile = createRequire(sdkFile).resolve('fastify')
  const load = <T>(file: string) => import(pathToFileURL(file).href) as Promise<T>
  const [sdk, { default: fastify }] = await Promise.all([load<Sdk>(sdkFile), load<{ default: Fastify }>(fastifyFile)])
  return { sdk, fastify }
}

async function setUp({ createTenantDb }: Sdk): Promise<ModuleParts> {
  const { default: definition } = (await import(pathToFileURL(at(BUILT.server)).href)) as { default?: ModuleDefinition }
  if (typeof definition?.setup !== 'function') throw new Error('src/server/index.ts has no default export made with defineModule()')
  const refuse = () => Promise.reject(new Error('There is no host while a module is validated.'))
  const quiet = () => {}
  return definition.setup({
    db: createTenantDb({ pool: { submit: refuse } as never, role: names.role, schema: names.schema }),
    events: { publish: refuse, statement: () => ({ text: '', values: [] }) as never },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    core: { activeUsers: refuse, planLimit: refuse },
    jobs: { enqueue: refuse },
    files: { store: refuse, read: refuse, remove: refuse },
    mail: { send: refuse },
    fetch: refuse,
    call: refuse,
  })
}

async function routesOf({ routes }: ModuleParts, fastify: Fastify): Promise<RouteFact[]> {
  const facts: RouteFact[] = []
  const app = fastify({ logger: false })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.decorateRequest('context', null as never)
  app.addHook('onRoute', ({ method, url, config, schema = {} }) => {
    const answers = Object.entries((schema.response ?? {}) as Record<string, unknown>)
    const answer = answers.find(([status]) => status.startsWith('2'))?.[1]
    const { permission, public: isPublic = false } = config ?? {}
    for (const one of [method].flat()) {
      if (one !== 'HEAD') facts.push({ method: one, url, isPublic, body: schema.body, query: schema.querystring, answer, ...(permission !== undefined && { permission }) })
    }
  })
  await app.register(routes)
  await app.ready()
  return facts
}

async function migrationsOf({ ModuleSchema }: Sdk): Promise<MigrationFact[]> {
  const files = (await readdir(at(BUILT.migrations)).catch(() => [])).filter((name) => name.endsWith('.js')).sort()
  const facts: MigrationFact[] = []
  for (const file of files) {
    const { default: steps } = (await import(pathToFileURL(at(`${BUILT.migrations}/${file}`)).href)) as { default?: Record<string, unknown> }
    const collect = (phase: string): string[] => {
      const schema = new ModuleSchema(names)
      const step = steps?.[phase]
      if (typeof step === 'function') step.call(steps, schema)
      return schema.statements
    }
    try {
      facts.push({ file, expand: collect('expand'), contract: collect('contract'), down: collect('down') })
    } catch (thrown) {
      facts.push({ file, expand: [], contract: [], down: [], problem: textOf(thrown) })
    }
  }
  return facts
}

async function inspect(): Promise<Inspection> {
  const { sdk, fastify } = await ownLibraries()
  const migrations = await migrationsOf(sdk)
  try {
    const parts = await setUp(sdk)
    const keys = (given: object | undefined) => Object.keys(given ?? {})
    return { routes: await routesOf(parts, fastify), consumers: keys(parts.consumers), ports: keys(parts.ports), jobs: keys(parts.jobs), migrations }
  } catch (thrown) {
    return { routes: [], consumers: [], ports: [], jobs: [], migrations, problem: textOf(thrown) }
  }
}

const answer = await inspect().catch((thrown: unknown): Inspection => ({ routes: [], consumers: [], ports: [], jobs: [], migrations: [], problem: textOf(thrown) }))
process.send?.(JSON.stringify(answer))
