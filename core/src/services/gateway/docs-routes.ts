import swaggerUi from '@fastify/swagger-ui'
import type { FastifyPluginAsync } from 'fastify'
import type { OpenApi } from '../../platform/http/openapi.js'

/** `/openapi.json` of core and every loaded module in one document, and `/docs` to read it. */
export const docsRoutes = ({ document }: { document: () => OpenApi }): FastifyPluginAsync => async (app) => {
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.type('application/json').send(JSON.stringify(document())))
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, transformSpecification: () => document(), transformSpecificationClone: false })
}
