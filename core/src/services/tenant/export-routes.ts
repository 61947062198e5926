import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import type { Exports } from '../../modules/operations/exports.js'
import { IdParams } from './schemas.js'

const tags = ['organizations']
const config = { access: 'super-admin' } as const
const Params = Strict({ id: Uuid, operation_id: Uuid })

/** All data of an organization as one file. */
export const exportRoutes =
  ({ platform, exports }: { platform: Platform; exports: Exports }): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const base of ['/api/v1/organizations', '/api/v1/tenants']) {
      app.post(`${base}/:id/export`, { config, schema: { tags, summary: 'Write everything of an organization into a file', params: IdParams, response: { 202: Type.Object({ operation_id: Uuid }) } } }, async (request, reply) => {
        const ctx = serviceContext(request)
        const { id } = request.params
        const operation_id = await exports.start(id, ctx.caller.id)
        await platform.audit.append('platform', { ...auditFrom(ctx), organizationId: id, action: 'tenant.exported', target: { type: 'organization', id } })
        return reply.code(202).send({ operation_id })
      })
      app.get(`${base}/:id/export/:operation_id`, { config, schema: { tags, summary: 'The file: a line of JSON for each row, gzip', params: Params, produces: ['application/gzip'], response: { 200: Type.Any({ description: 'The file' }) } } }, async (request, reply) => {
        const { id, operation_id } = request.params
        const { size, stream } = await exports.read(id, operation_id)
        return reply.headers({ 'content-type': 'application/gzip', 'content-length': String(size), 'content-disposition': `attachment; filename="${id}.ndjson.gz"` }).send(stream)
      })
    }
  }
