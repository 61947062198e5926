import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Nullable, OneOf, Page, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import { IdParams, SignUpAnswer } from './schemas.js'
import type { SignUpRequest, SignUpRequests } from './sign-up-requests.js'
import type { SignUpService } from './sign-up-service.js'

const tags = ['signup-requests']
const config = { access: 'super-admin' } as const
const Row = Type.Object({
  id: Uuid,
  business_name: Type.String(),
  subdomain: Type.String(),
  owner_email: Type.String(),
  owner_name: Type.String(),
  industry_code: Nullable(Type.String()),
  status: OneOf(['pending', 'approved', 'rejected']),
  created_at: Timestamp,
  decided_at: Nullable(Timestamp),
})
const list: ShortList<SignUpRequest> = { text: (row) => `${row.business_name} ${row.subdomain} ${row.owner_email} ${row.status}`, sort: { business_name: (row) => row.business_name, created_at: (row) => new Date(row.created_at).toISOString() } }

/** Who would like an organization, where sign-up needs approval. */
export const signUpRequestRoutes =
  ({ requests, signUps }: { requests: SignUpRequests; signUps: SignUpService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/signup-requests', { config, schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(Row) } } }, async (request) => pageOf(await requests.list(), request.query, list))
    app.post('/api/v1/signup-requests/:id/approve', { config, schema: { tags, params: IdParams, response: { 201: SignUpAnswer } } }, async (request, reply) => reply.code(201).send(await signUps.approve(serviceContext(request), request.params.id)))
    app.post('/api/v1/signup-requests/:id/reject', { config, schema: { tags, params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
      await requests.decide(serviceContext(request), request.params.id, 'rejected')
      return reply.code(204).send(null)
    })
  }
