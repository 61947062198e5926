import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { LogFile } from '../logging/log-files.js'
import { pathOf } from './error-handling.js'
import { exchangeOf, type Exchange } from './exchange.js'

/** One record a request, in the document's format; its answer carries the id that the record names. */
export function logRequests(app: FastifyInstance, file: LogFile): void {
  const log = (exchange: Exchange): void => file.write(record(exchange, file))
  app.addHook('onRequest', (request, reply, done) => {
    const exchange = exchangeOf(request.raw)
    exchange.request = request
    exchange.closed.push(log)
    void reply.headers(exchange.headers)
    done()
  })
}

/** Put together by hand: it is written for every request, and none of its fields can hold a secret. */
function record(exchange: Exchange, { service, module, clock }: LogFile): string {
  const { request, res, id } = exchange
  const caller = request?.caller as FastifyRequest['caller'] | undefined
  const context = request?.context as FastifyRequest['context'] | undefined
  const who = caller ?? context?.user
  return (
    `{"level":"INFO","timestamp":"${clock.iso}","service":"${service}","module":"${module}","action":"request"` +
    field('method', request?.method) +
    field('path', request && shownPath(request)) +
    field('username', who?.email) +
    field('organization_id', caller?.organization_id ?? context?.organization.id) +
    field('user_id', who?.id) +
    field('request_id', id) +
    `,"duration_ms":${Math.round(exchange.duration * 100) / 100},"status_code":${res.statusCode}` +
    field('client_host', request?.ip) +
    field('user_agent', request?.headers['user-agent']) +
    ',"message":"Request handled"}\n'
  )
}

/** Text that JSON shows as it is. */
const PLAIN = /^[ !#-[\]-~]*$/
const field = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `,"${name}":${PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)}`

/** The path as it was asked, unless a secret stands in it: then as the route is written. */
function shownPath({ url, routeOptions }: FastifyRequest): string {
  const { url: pattern } = routeOptions
  return pattern?.includes(':token') || pattern?.includes(':invitation') ? pattern : pathOf(url)
}
