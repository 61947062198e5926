import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import type { ServerResponse } from 'node:http'
import { exchangeOf } from '../../platform/http/exchange.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Operation } from '../operations/operation-repository.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { IdParams, Operation as OperationAnswer } from './schemas.js'

const tags = ['operations']
const shown = ({ error, input: _input, created_by: _by, ...operation }: Operation) => ({ ...operation, ...(error && { error }) })
const list: ShortList<ReturnType<typeof shown>> = {
  text: ({ kind, module_id, state }) => `${kind} ${module_id ?? ''} ${state}`,
  sort: { created_at: ({ created_at }) => new Date(created_at).toISOString(), kind: ({ kind }) => kind, module_id: ({ module_id }) => module_id ?? '' },
}

/** How far the changes to modules have come. */
export const operationRoutes =
  ({ platform, modules: { operations } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const streams = new Map<ServerResponse, string>()
    const send = async (stream: ServerResponse, id: string): Promise<void> => {
      const operation = shown(await operations.find(id))
      stream.write(`event: operation\ndata: ${JSON.stringify(operation)}\n\n`)
      if (operation.state !== 'running') stream.end()
    }
    app.get('/api/v1/operations', { schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(OperationAnswer) } }, config: superAdmin }, async (request) =>
      pageOf((await operations.list()).map(shown), request.query, list),
    )
    app.get('/api/v1/operations/:id', { schema: { tags, params: IdParams, response: { 200: OperationAnswer } }, config: superAdmin }, async (request) => shown(await operations.find(request.params.id)))
    app.get(
      '/api/v1/operations/:id/stream',
      { schema: { tags, params: IdParams, produces: ['text/event-stream'], response: { 200: Type.String({ description: 'The whole operation at connect and at each step' }) } }, config: superAdmin },
      async (request, reply) => {
        const { id } = request.params
        await operations.find(id)
        reply.hijack()
        reply.raw.writeHead(200, { ...exchangeOf(request.raw).headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        streams.set(reply.raw, id)
        reply.raw.once('close', () => streams.delete(reply.raw))
        await send(reply.raw, id)
      },
    )
    platform.bus.on((change) => {
      if (change.kind !== 'operation') return
      for (const [stream, id] of streams) if (id === change.id) void send(stream, id)
    })
    app.addHook('preClose', async () => {
      for (const stream of streams.keys()) stream.end()
    })
  }
