import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Feed, Type } from '@innoerp/sdk/contract'
import type { FastifyRequest } from 'fastify'
import type { ServerResponse } from 'node:http'
import type { ModuleCatalogue } from '../../modules/catalogue/catalogue.js'
import type { ModuleHost } from '../../modules/module-host.js'
import type { Bus } from '../../platform/bus.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { bearerOf } from '../../platform/http/access.js'
import { languageOf, type Language } from '../../platform/http/language.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import { exchangeOf } from '../../platform/http/exchange.js'
import type { Authenticator } from '../auth/authenticator.js'
import { feedOf } from './feed.js'

export interface FeedDeps {
  modules: ModuleHost
  catalogue: Pick<ModuleCatalogue, 'module'>
  tenants: TenantDirectory
  bus: Bus
  authenticator: Authenticator
}
interface Stream {
  token: string
  organizationId: string
  language: Language
  res: ServerResponse
  sent: string
}

const PING_MS = 20_000
const MAX_BUFFERED = 1_000_000

/** `GET /api/v1/ui/feed` and its stream, which sends the whole feed at connect and at every change. */
export const feedRoutes = (deps: FeedDeps): FastifyPluginAsyncTypebox => async (app) => {
  const streams = new Set<Stream>()
  const config = { access: 'user' } as const

  app.get('/api/v1/ui/feed', { schema: { tags: ['ui'], response: { 200: Feed } }, config }, async (request) =>
    feedOf({ tenant: tenantOf(request), caller: request.caller, modules: deps.modules, catalogue: deps.catalogue, language: languageOf(request) }),
  )
  app.get('/api/v1/ui/feed/stream', { schema: { tags: ['ui'], produces: ['text/event-stream'], response: { 200: Type.String() } }, config }, (request, reply) => {
    const stream: Stream = {
      token: bearerOf(request.headers.authorization) ?? '',
      organizationId: tenantOf(request).organization.id,
      language: languageOf(request),
      res: reply.raw,
      sent: '',
    }
    reply.hijack()
    reply.raw.writeHead(200, { ...exchangeOf(request.raw).headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write('retry: 1000\n\n')
    streams.add(stream)
    reply.raw.once('close', () => streams.delete(stream))
    void send(stream, deps)
  })

  deps.bus.on((change) => {
    for (const stream of streams) {
      if (change.kind === 'organization' && change.id !== stream.organizationId) continue
      if (change.kind !== 'outbox') void send(stream, deps)
    }
  })
  const ping = setInterval(() => {
    for (const stream of streams) {
      stream.res.write(': ping\n\n')
      void send(stream, deps)
    }
  }, PING_MS)
  ping.unref()
  app.addHook('preClose', async () => {
    clearInterval(ping)
    for (const { res } of streams) res.end()
  })
}

function tenantOf(request: FastifyRequest) {
  if (request.site?.kind !== 'tenant') throw requestErrors.ROUTE_NOT_FOUND()
  return request.site.tenant
}

/** A stream ends with its session: the browser comes back with a new token, or not. */
async function send(stream: Stream, { authenticator, tenants, modules, catalogue }: FeedDeps): Promise<void> {
  const session = await authenticator.verify(stream.token).catch(() => undefined)
  const tenant = tenants.byId(stream.organizationId)
  if (!session || !tenant?.is_active || stream.res.writableLength > MAX_BUFFERED) return void stream.res.end()
  const text = JSON.stringify(feedOf({ tenant, caller: session.caller, modules, catalogue, language: stream.language }))
  if (text === stream.sent) return
  stream.sent = text
  stream.res.write(`event: feed\ndata: ${text}\n\n`)
}
