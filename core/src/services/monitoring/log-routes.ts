import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import type { ServerResponse } from 'node:http'
import { exchangeOf } from '../../platform/http/exchange.js'
import type { Platform } from '../../platform/platform.js'
import { createLogRepository } from './log-repository.js'
import { both, config, tags } from './paths.js'
import { ErrorsQuery, LogEntry, LogHits, LogQuery, LogStatistics, StatisticsQuery } from './schemas.js'

const MAX_BUFFERED = 1_000_000
const PING_MS = 20_000

/** The log: searched, counted, and as it comes. */
export const logRoutes =
  ({ database, logStore }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const logs = createLogRepository(database.core)
    const streams = new Set<ServerResponse>()
    for (const path of both('logs/search')) {
      app.get(path, { config, schema: { tags, summary: 'Search the log', querystring: LogQuery, response: { 200: LogHits } } }, async (request) => {
        await logStore.flush()
        return logs.search(request.query)
      })
    }
    for (const path of both('logs/statistics')) app.get(path, { config, schema: { tags, querystring: StatisticsQuery, response: { 200: LogStatistics } } }, (request) => logs.statistics(request.query))
    for (const path of both('logs/errors')) {
      app.get(path, { config, schema: { tags, querystring: ErrorsQuery, response: { 200: Type.Array(LogEntry) } } }, (request) => logs.errors({ hours: request.query.hours ?? 24, size: request.query.size ?? 100 }))
    }
    for (const path of both('logs/stream')) {
      app.get(path, { config, schema: { tags, produces: ['text/event-stream'], response: { 200: Type.String({ description: 'Each record as it is written' }) } } }, (request, reply) => {
        reply.hijack()
        reply.raw.writeHead(200, { ...exchangeOf(request.raw).headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        reply.raw.write('retry: 1000\n\n')
        streams.add(reply.raw)
        reply.raw.once('close', () => streams.delete(reply.raw))
      })
    }
    logStore.onBatch((lines) => {
      if (streams.size === 0) return
      const text = lines.map((line) => `event: log\ndata: ${line}\n\n`).join('')
      for (const stream of streams) {
        // Who cannot keep up is let go: the browser comes back.
        if (stream.writableLength > MAX_BUFFERED) stream.end()
        else stream.write(text)
      }
    })
    const ping = setInterval(() => {
      for (const stream of streams) stream.write(': ping\n\n')
    }, PING_MS)
    ping.unref()
    app.addHook('preClose', async () => {
      clearInterval(ping)
      for (const stream of streams) stream.end()
    })
  }
