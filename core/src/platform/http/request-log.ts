import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { pathOf } from './error-handling.js'

/** One record a request, in the document's format, under module `middleware`. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    const caller = request.caller as typeof request.caller | undefined
    const who = caller ?? (request.context as typeof request.context | undefined)?.user
    log.info(
      {
        action: 'request',
        method: request.method,
        path: shownPath(request),
        username: who?.email,
        organization_id: caller?.organization_id ?? (request.context as typeof request.context | undefined)?.organization.id,
        user_id: who?.id,
        request_id: request.id,
        duration_ms: Math.round(reply.elapsedTime * 100) / 100,
        status_code: reply.statusCode,
        client_host: request.ip,
        user_agent: request.headers['user-agent'],
      },
      'Request handled',
    )
    done()
  })
}

/** The path as it was asked, unless a secret stands in it: then as the route is written. */
function shownPath({ url, routeOptions }: FastifyRequest): string {
  const { url: pattern } = routeOptions
  return pattern?.includes(':token') || pattern?.includes(':invitation') ? pattern : pathOf(url)
}
