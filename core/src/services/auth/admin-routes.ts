import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Platform } from '../../platform/platform.js'
import type { AdminService, SuperAdmin } from './admin-service.js'
import type { SigningKeys } from './keys.js'
import { AdminBody, EmptyBody, JwksAnswer, SuperAdminAnswer, withoutBody } from './schemas.js'

const tags = ['platform']
const config = { access: 'super-admin' } as const
const list: ShortList<SuperAdmin> = { text: ({ email }) => email, sort: { email: ({ email }) => email } }

/** Super admins, and the keys that sign access tokens. */
export const adminRoutes =
  ({ platform, admins, keys }: { platform: Platform; admins: AdminService; keys: SigningKeys }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/platform/admins', { config, schema: { tags, summary: 'Super admins', querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(SuperAdminAnswer) } } }, async (request) =>
      pageOf(await admins.list(), request.query, list),
    )
    app.post('/api/v1/platform/admins', { config, schema: { tags, summary: 'Add a super admin', body: AdminBody, response: { 201: SuperAdminAnswer } } }, async (request, reply) =>
      reply.code(201).send(await admins.add(serviceContext(request), request.body)),
    )
    app.delete('/api/v1/platform/admins/:id', { config, schema: { tags, summary: 'Remove a super admin', params: Strict({ id: Uuid }), response: { 204: Type.Null() } } }, async (request, reply) => {
      await admins.remove(serviceContext(request), request.params.id)
      return reply.code(204).send(null)
    })
    app.post('/api/v1/platform/signing-keys/rotate', { ...withoutBody, config, schema: { tags, summary: 'Sign new tokens with a new key; tokens of the old ones stay good', body: EmptyBody, response: { 200: JwksAnswer } } }, async (request) => {
      await keys.rotate()
      await platform.bus.announce({ kind: 'signing-keys' })
      await platform.audit.append('platform', { ...auditFrom(serviceContext(request)), action: 'signing_keys.rotated' })
      return keys.jwks
    })
  }
