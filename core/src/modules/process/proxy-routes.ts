import type { ModuleRoutes } from '@innoerp/sdk/server'
import type { FastifyInstance } from 'fastify'
import { moduleErrors } from '../module-errors.js'
import { forward, isUnreached, type Exchange } from './forward.js'
import type { RouteInfo } from './protocol.js'
import type { ProcessKeeper } from './process-keeper.js'

/** Requests that one process may have open; one that answers none of them does not fill the host's memory. */
const MAX_UNDER_WAY = 200

/**
 * The routes of a module that runs in its own process, as the host registers them: same addresses, same permissions, so that the whole
 * request lifecycle is the host's; the handler of each hands the request on.
 */
export function proxyRoutes({ name, routes, keeper }: { name: string; routes: readonly RouteInfo[]; keeper: ProcessKeeper }): ModuleRoutes {
  let underWay = 0
  return async (app) => {
    takeBodiesAsTheyAre(app)
    for (const { method, url, permission, is_public, body_limit } of routes.flatMap(eachMethod)) {
      app.route({
        method,
        url,
        config: { ...(permission !== undefined && { permission }), public: is_public },
        ...(body_limit !== undefined && { bodyLimit: body_limit }),
        handler: async (request, reply) => {
          if (underWay >= MAX_UNDER_WAY) throw moduleErrors.UNAVAILABLE({ retryAfter: 1 })
          underWay += 1
          reply.raw.once('close', () => (underWay -= 1))
          return handOn(keeper, { name, request, reply })
        },
      })
    }
  }
}

/** What is done to a route goes by its method, which is one for that. */
const eachMethod = (route: RouteInfo) => route.method.map((method) => ({ ...route, method }))

/** A request that found its process dead goes to the next one. */
async function handOn(keeper: ProcessKeeper, exchange: Exchange): Promise<unknown> {
  const process = keeper.current ?? (await keeper.get())
  try {
    return await forward(process, exchange)
  } catch (error) {
    if (!isUnreached(error)) throw error
    await process.ended
    return forward(await keeper.get(), exchange).catch(refuseUnreached)
  }
}

/** The next one died as well: that is the module's trouble, and none of the database's. */
function refuseUnreached(error: unknown): never {
  throw isUnreached(error) ? moduleErrors.UNAVAILABLE({ retryAfter: 1 }) : error
}

/** The process reads and checks them. Text is taken whole, because a repeated request is known by it; the rest streams. */
function takeBodiesAsTheyAre(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  for (const text of ['application/json', /^text\//]) app.addContentTypeParser(text, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
}
