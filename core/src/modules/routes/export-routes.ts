import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { ModuleParams, Started } from './schemas.js'

const tags = ['module-registry']
const Params = Strict({ ...ModuleParams.properties, operation_id: Uuid })

/** All data of a module as one file, so that nothing is lost with it. */
export const exportRoutes =
  ({ modules: { exports } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post('/api/v1/module-registry/:module_id/export', { schema: { tags, summary: 'Write everything that organizations keep in a module into a file', params: ModuleParams, response: { 202: Started } }, config: superAdmin }, async (request, reply) =>
      reply.code(202).send({ operation_id: await exports.start(request.params.module_id, request.caller.id) }),
    )
    app.get(
      '/api/v1/module-registry/:module_id/export/:operation_id',
      { schema: { tags, summary: 'The file: a line of JSON for each row, gzip', params: Params, produces: ['application/gzip'], response: { 200: Type.Any({ description: 'The file' }) } }, config: superAdmin },
      async (request, reply) => {
        const { module_id, operation_id } = request.params
        const { size, stream } = await exports.read(module_id, operation_id)
        return reply.headers({ 'content-type': 'application/gzip', 'content-length': String(size), 'content-disposition': `attachment; filename="${module_id}.ndjson.gz"` }).send(stream)
      },
    )
  }
