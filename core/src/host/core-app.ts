import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { guardRoutes, type AccessDeps } from '../platform/http/access.js'
import type { Caller } from '../platform/http/caller.js'
import { allowOrigins } from '../platform/http/cors.js'
import { handleErrors, refuseAddress } from '../platform/http/error-handling.js'
import { requestIdOf } from '../platform/http/exchange.js'
import { sendEtags } from '../platform/http/etag.js'
import { honourIdempotencyKeys } from '../platform/http/idempotency.js'
import { parseJsonBodies } from '../platform/http/json-body.js'
import { describeRoutes } from '../platform/http/openapi.js'
import { logRequests } from '../platform/http/request-log.js'
import type { TenantDirectory } from '../platform/http/tenant-directory.js'
import { serializerCompiler, validatorCompiler } from '../platform/http/validation.js'
import type { Platform } from '../platform/platform.js'
import { requestErrors } from '../platform/errors/core-errors.js'

export interface CoreAppDeps {
  platform: Platform
  tenants: TenantDirectory
  access: AccessDeps
  version: string
  /** What this process calls itself. */
  label: string
  /** The services, whose routes say who may call them. */
  services: readonly FastifyPluginAsync[]
  /** Routes of services elsewhere: their access is checked here, the rest is theirs. */
  forwarded?: FastifyPluginAsync | undefined
  /** Counts what core answers. */
  meter: { attach(app: FastifyInstance): void }
  /** Mounted apart, with tokens and errors of their own, or for anybody. */
  apart: readonly FastifyPluginAsync[]
}
export interface CoreApp {
  app: FastifyInstance
  handle(req: IncomingMessage, res: ServerResponse): void
}

const MAX_PARAM = 400

/** The instance of core's own services; like a module's it has no listener of its own. */
export async function createCoreApp({ platform, tenants, access, version, label, services, forwarded, meter, apart }: CoreAppDeps): Promise<CoreApp> {
  let routing: CoreApp['handle'] = () => {}
  const app = Fastify({
    serverFactory: (handler) => {
      routing = handler
      return http.createServer()
    },
    trustProxy: isBehindGateway(platform.config),
    routerOptions: { maxParamLength: MAX_PARAM, ignoreTrailingSlash: true },
    frameworkErrors: refuseAddress,
    genReqId: requestIdOf,
    logger: false,
    // A machine that is busy starts slowly; nothing here waits for anything else.
    pluginTimeout: 60_000,
  })
  const log = platform.logs.logger(label, 'middleware')
  app.decorateRequest('site', undefined)
  app.decorateRequest('caller', null as unknown as Caller)
  app.addHook('onRequest', (request, _reply, done) => {
    request.site = tenants.site(request.headers.host)
    done()
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await allowOrigins(app, platform.config.corsOrigins)
  handleErrors(app, log)
  logRequests(app, platform.logs.file(label, 'middleware'))
  meter.attach(app)
  await describeRoutes(app, { title: 'innoERP', version })
  for (const plugin of apart) await app.register(plugin)
  if (forwarded) {
    await app.register(async (guarded) => {
      refuseUnknownHosts(guarded)
      // Whose routes they are counts the requests.
      guardRoutes(guarded, { ...access, requestsAMinute: 0 })
      await guarded.register(forwarded)
    })
  }
  await app.register(async (guarded) => {
    parseJsonBodies(guarded)
    refuseUnknownHosts(guarded)
    guardRoutes(guarded, access)
    await guarded.register(cookie)
    honourIdempotencyKeys(guarded, { db: platform.database.core, secretKey: platform.secrets.secretKey })
    sendEtags(guarded)
    for (const service of services) await guarded.register(service)
  })
  await app.ready()
  return { app, handle: (req, res) => routing(req, res) }
}

/** Whether requests come from the gateway, which says for whom. */
const isBehindGateway = ({ services }: Platform['config']): boolean => services?.own !== undefined && services.own !== 'gateway'

/** The API answers on hosts of ours only, and of an organization only while it is active. */
function refuseUnknownHosts(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.url.startsWith('/api/')) return done()
    if (!request.site) return done(requestErrors.TENANT_NOT_FOUND())
    if (request.site.kind === 'tenant' && !request.site.tenant.is_active) return done(requestErrors.TENANT_INACTIVE())
    done()
  })
}
