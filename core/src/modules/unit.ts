import Fastify, { type FastifyInstance } from 'fastify'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { Consumer, JobHandler, ModuleParts, Port, TenantDb } from '@innoerp/sdk/server'
import type { OutboxEvent } from '../platform/events/outbox.js'
import { refuseAddress } from '../platform/http/error-handling.js'
import { exchangeOf, requestIdOf } from '../platform/http/exchange.js'
import type { OpenApi } from '../platform/http/openapi.js'
import type { ModuleContext } from './module-context.js'
import type { ModuleFiles } from './module-files.js'

type RawHandler = (req: IncomingMessage, res: ServerResponse) => void

/** One version of a module at work: its own Fastify instance behind the host's one server, its consumers and ports. */
export interface Unit {
  readonly moduleId: string
  readonly version: string
  /** `<id>@<version>`, as `X-Innoerp-Module` says it. */
  readonly label: string
  readonly files: ModuleFiles
  /** Runs statements as the module's role. */
  readonly db: TenantDb
  readonly consumers: Readonly<Record<string, Consumer>>
  readonly ports: Readonly<Record<string, Port>>
  readonly jobs: Readonly<Record<string, JobHandler>>
  /** Has an event's effect once, where the unit itself records what it has had; without it the host does, in the consumer's transaction. */
  deliver?(ctx: ModuleContext, event: Pick<OutboxEvent, 'event_id' | 'topic' | 'data'>): Promise<void>
  handle(req: IncomingMessage, res: ServerResponse): void
  /** Does work that no request brought, a job or an event; the version is not closed under it. */
  during<T>(work: () => Promise<T>): Promise<T>
  document(): OpenApi
  /** Waits for requests, jobs and events under way, for ten minutes at most, then closes. */
  retire(): Promise<void>
}

const RETIRE_MS = 600_000

interface UnitInit {
  files: ModuleFiles
  db: TenantDb
  parts: ModuleParts
  /** Whether requests come from the gateway, which says for whom. */
  trustProxy?: boolean | undefined
  mount(app: FastifyInstance): Promise<void>
}

/** Builds the instance: `mount` registers the runtime and the module's routes. It has no listener of its own. */
export async function createUnit({ files, db, parts, mount, trustProxy = false }: UnitInit): Promise<Unit> {
  const { app, route } = instanceOf(trustProxy)
  await mount(app)
  await app.ready()

  let underWay = 0
  let idle: (() => void) | undefined
  const leave = (): void => {
    underWay -= 1
    if (underWay === 0) idle?.()
  }
  return {
    moduleId: files.package.innoerp.id,
    version: files.package.version,
    label: `${files.package.innoerp.id}@${files.package.version}`,
    files,
    db,
    consumers: parts.consumers ?? {},
    ports: parts.ports ?? {},
    jobs: parts.jobs ?? {},
    handle(req, res) {
      underWay += 1
      exchangeOf(req).closed.push(leave)
      route(req, res)
    },
    during: async (work) => {
      underWay += 1
      return work().finally(leave)
    },
    document: () => app.swagger() as unknown as OpenApi,
    retire: async () => {
      // Fastify's close() does not drain an instance without a listener.
      if (underWay > 0) await new Promise<void>((resolve) => setTimeout((idle = resolve), RETIRE_MS).unref())
      await app.close()
      await parts.close?.()
    },
  }
}

/** An instance without a listener; the host's server does the listening. */
function instanceOf(trustProxy: boolean): { app: FastifyInstance; route: RawHandler } {
  let routing: RawHandler = () => {}
  const app = Fastify({
    // The host's server does the listening; Fastify only wants the object.
    serverFactory: (handler) => {
      routing = handler
      return http.createServer()
    },
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: refuseAddress,
    trustProxy,
    genReqId: requestIdOf,
    logger: false,
    // A machine that is busy starts slowly; nothing here waits for anything else.
    pluginTimeout: 60_000,
  })
  return { app, route: (req, res) => routing(req, res) }
}
