import { apiBaseOf, type Context, type Log, type Manifest } from '@innoerp/sdk/contract'
import type { ModuleParts } from '@innoerp/sdk/server'
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify'
import { handleErrors } from '../../../platform/http/error-handling.js'
import { sendEtags } from '../../../platform/http/etag.js'
import { parseJsonBodies } from '../../../platform/http/json-body.js'
import { describeRoutes, type OpenApi } from '../../../platform/http/openapi.js'
import { serializerCompiler, validatorCompiler } from '../../../platform/http/validation.js'
import { checkRoutes } from '../../check-routes.js'
import type { Description, RouteInfo, StartInit } from '../protocol.js'
import { ACTIVITY_HEADER, CONTEXT_HEADER } from '../wire-context.js'
import { ProcessContext, type ContextReader } from './process-context.js'

/**
 * Answers what the host hands on. The host has checked token, organization, permission and share, counts and logs; here the request
 * is read, validated, handled and written.
 */
export async function serve(init: StartInit, { parts, reader, log }: { parts: ModuleParts; reader: ContextReader; log: Log }): Promise<{ app: FastifyInstance; description: Description }> {
  const { manifest, version, socket } = init
  const app = Fastify({
    routerOptions: { ignoreTrailingSlash: true },
    genReqId: (request) => String(request.headers['x-request-id']),
    keepAliveTimeout: 0, // the host decides when a connection has done its work
    requestTimeout: 0,
    logger: false,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('context', null as unknown as Context)
  parseJsonBodies(app)
  handleErrors(app, log)
  await describeRoutes(app, { title: manifest.name, version })
  sendEtags(app)
  checkRoutes(app, manifest)
  readContexts(app, reader)
  const routes = collectRoutes(app, manifest)
  await app.register(parts.routes, { prefix: apiBaseOf(manifest) })
  await app.listen({ path: socket })
  const document = app.swagger() as unknown as OpenApi
  return { app, description: { routes, consumers: Object.keys(parts.consumers ?? {}), ports: Object.keys(parts.ports ?? {}), jobs: Object.keys(parts.jobs ?? {}), document } }
}

function readContexts(app: FastifyInstance, reader: ContextReader): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { [CONTEXT_HEADER]: value, [ACTIVITY_HEADER]: activity } = request.headers
    const base = typeof value === 'string' ? reader.fromHeader(value) : undefined
    if (!base && request.routeOptions.config.public !== true && !request.is404) return done(new Error('A request without the host’s context'))
    if (base) {
      request.context = new ProcessContext(base, {
        requestId: request.id,
        activity: String(activity),
        onGone: (abort) => void reply.raw.once('close', () => reply.raw.writableEnded || abort()),
      })
    }
    done()
  })
}

/** What the host registers in its own instance for this module. */
function collectRoutes(app: FastifyInstance, manifest: Manifest): RouteInfo[] {
  const base = apiBaseOf(manifest)
  const routes: RouteInfo[] = []
  app.addHook('onRoute', (route: RouteOptions) => {
    const { permission, public: isPublic } = route.config ?? {}
    const method = [route.method].flat().filter((name) => name !== 'HEAD') // comes with GET
    if (method.length === 0 || !route.url.startsWith(base)) return
    routes.push({
      method: method as RouteInfo['method'],
      url: route.url.slice(base.length),
      is_public: isPublic === true,
      ...(permission !== undefined && { permission }),
      ...(route.bodyLimit !== undefined && { body_limit: route.bodyLimit }),
    })
  })
  return routes
}
