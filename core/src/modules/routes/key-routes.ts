import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { TrustedKey as Key } from '../trust/trusted-keys.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { IdParams, KeyBody, TrustedKey } from './schemas.js'

const tags = ['trusted-keys']
const list: ShortList<Key> = { text: ({ name, key_id }) => `${name} ${key_id}`, sort: { name: ({ name }) => name } }

/** Whose signature counts. What was installed stays installed when its key goes; nothing more of it is. */
export const keyRoutes =
  ({ platform, modules: { keys, published } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const changed = async (): Promise<void> => {
      published.forget()
      await platform.bus.announce({ kind: 'trusted-keys' })
    }
    app.get('/api/v1/trusted-keys', { schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(TrustedKey) } }, config: superAdmin }, async (request) =>
      pageOf(keys.list(), request.query, list),
    )
    app.post('/api/v1/trusted-keys', { schema: { tags, body: KeyBody, response: { 201: TrustedKey } }, config: superAdmin }, async (request, reply) => {
      const key = await keys.add(request.body, request.caller.id)
      await changed()
      return reply.code(201).send(key)
    })
    app.delete('/api/v1/trusted-keys/:id', { schema: { tags, params: IdParams, response: { 204: Type.Null() } }, config: superAdmin }, async (request, reply) => {
      await keys.remove(request.params.id)
      await changed()
      return reply.code(204).send(null)
    })
    platform.bus.on(async (change) => {
      if (change.kind !== 'trusted-keys') return
      published.forget()
      await keys.load()
    })
  }
