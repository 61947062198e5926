import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { ServiceName } from '../config/services-settings.js'
import type { Access } from '../platform/http/caller.js'
import { answerWith } from './answer-with.js'
import type { Upstream } from './upstream.js'

/** A route of a service, as the service itself declares it. */
export interface OwnedRoute {
  service: ServiceName
  method: string
  url: string
  access: Access
}

/** Writes down the routes that `plugin` declares when it is mounted. */
export const writeDown =
  (service: ServiceName, { plugin, into }: { plugin: FastifyPluginAsync; into: OwnedRoute[] }): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') into.push({ service, method: one, url, access: config?.access ?? 'public' })
    })
    await app.register(plugin)
  }

/** Mounts routes of services that run elsewhere: the same addresses and the same access, the answer is theirs. */
export function forwardRoutes(routes: readonly OwnedRoute[], upstreamOf: (service: ServiceName) => Upstream): FastifyPluginAsync {
  return async (app) => {
    takeBodiesAsTheyAre(app)
    for (const { service, method, url, access } of routes) {
      const answer = answerWith(upstreamOf(service))
      app.route({
        method,
        url,
        config: { access },
        schema: { hide: true },
        handler: (request, reply) => {
          reply.hijack()
          answer(request.raw, reply.raw)
        },
      })
    }
  }
}

/** Passes on everything below a path, in whatever words it is asked. */
export const forwardAll =
  (prefix: string, upstream: Upstream): FastifyPluginAsync =>
  async (app) => {
    takeBodiesAsTheyAre(app)
    const answer = answerWith(upstream)
    app.all(`${prefix}/*`, { schema: { hide: true } }, (request, reply) => {
      reply.hijack()
      answer(request.raw, reply.raw)
    })
  }

function takeBodiesAsTheyAre(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
}
