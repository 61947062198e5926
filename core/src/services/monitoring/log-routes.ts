import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict, Type, Uuid } from '@innoerp/sdk/contract'
import type { ServerResponse } from 'node:http'
import { exchangeOf } from '../../platform/http/exchange.js'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import { ErrorsQuery, LogEntry, LogHits, LogQuery, LogStatistics, StatisticsQuery } from '../../platform/logging/schemas.js'
import type { LogStore } from '../../platform/logging/log-store.js'
import type { Platform } from '../../platform/platform.js'
import { both, config, tags } from './paths.js'

const MAX_BUFFERED = 1_000_000
const PING_MS = 20_000
const ForgetQuery = Strict({ organization_id: Uuid })
const Forgotten = Type.Object({ removed: Type.Integer() })
type App = Parameters<FastifyPluginAsyncTypebox>[0]

/** The log: searched, counted, and as it comes. */
export const logRoutes =
  ({ audit, logStore: logs }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const path of both('logs/search')) {
      app.get(path, { config, schema: { tags, summary: 'Search the log', querystring: LogQuery, response: { 200: LogHits } } }, (request) => logs.search(request.query))
    }
    for (const path of both('logs/statistics')) app.get(path, { config, schema: { tags, querystring: StatisticsQuery, response: { 200: LogStatistics } } }, (request) => logs.statistics(request.query))
    for (const path of both('logs/errors')) {
      app.get(path, { config, schema: { tags, querystring: ErrorsQuery, response: { 200: Type.Array(LogEntry) } } }, (request) => logs.errors({ hours: request.query.hours ?? 24, size: request.query.size ?? 100 }))
    }
    for (const path of both('logs')) {
      app.delete(path, { config, schema: { tags, summary: 'Remove all records of an organization', querystring: ForgetQuery, response: { 200: Forgotten } } }, async (request) => {
        const { organization_id } = request.query
        await audit.append('platform', { ...auditFrom(serviceContext(request)), action: 'logs.forgotten', target: { type: 'organization', id: organization_id } })
        return { removed: await logs.forget(organization_id) }
      })
    }
    streamRoutes(app, logs)
  }

/** Server-sent events `log`, each a record as it is written. */
function streamRoutes(app: App, logs: Pick<LogStore, 'follow'>): void {
  const streams = new Set<ServerResponse>()
  let unfollow: (() => void) | undefined
  const tell = (lines: readonly string[]): void => {
    const text = lines.map((line) => `event: log\ndata: ${line}\n\n`).join('')
    for (const stream of streams) {
      // Who cannot keep up is let go: the browser comes back.
      if (stream.writableLength > MAX_BUFFERED) stream.end()
      else stream.write(text)
    }
  }
  for (const path of both('logs/stream')) {
    app.get(path, { config, schema: { tags, produces: ['text/event-stream'], response: { 200: Type.String({ description: 'Each record as it is written' }) } } }, (request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { ...exchangeOf(request.raw).headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      reply.raw.write('retry: 1000\n\n')
      streams.add(reply.raw)
      unfollow ??= logs.follow(tell)
      reply.raw.once('close', () => {
        streams.delete(reply.raw)
        if (streams.size > 0) return
        unfollow?.()
        unfollow = undefined
      })
    })
  }
  const ping = setInterval(() => {
    for (const stream of streams) stream.write(': ping\n\n')
  }, PING_MS)
  ping.unref()
  app.addHook('preClose', async () => {
    clearInterval(ping)
    for (const stream of streams) stream.end()
  })
}
