import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Strict, Type } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import type { ModuleRequests } from './module-requests.js'

const Body = Strict({
  module_id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }),
  message: Type.Optional(Type.String({ maxLength: 1_000, description: 'What it is wanted for' })),
})
const Answer = Type.Object({ message: Type.String() })

/** An organization's administrator asks for a module that it does not have. */
export const moduleRequestRoutes =
  ({ requests }: { requests: ModuleRequests }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/api/v1/modules/requests',
      { config: { access: 'admin' }, schema: { tags: ['modules'], summary: 'Ask the super admins for a module', body: Body, response: { 202: Answer } } },
      async (request, reply) => {
        await requests.ask(serviceContext(request), request.body)
        return reply.code(202).send({ message: 'The super admins have been told.' })
      },
    )
  }
