import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { rightsOf } from '../access.js'
import type { RouteContext } from './route-context.js'
import { closed, open, REFUSALS } from './schemas.js'

const Nothing = Type.Object({}, { additionalProperties: false })
const Identity = Type.Object({ username: Type.String() })
const Written = Type.Object({ write: Type.Optional(Type.String({ maxLength: 10 })) })

/** `npm ping` and `npm whoami`: who a token was given to. */
export const sessionRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { tokens }) => {
  const ping = { querystring: Written, response: { 200: Nothing, ...REFUSALS } }
  app.get('/-/ping', { schema: open('Tell that the registry is there', ping) }, async () => ({}))

  const whoami = { response: { 200: Identity, ...REFUSALS } }
  app.get('/-/whoami', { schema: closed('Tell whether the token is valid', whoami) }, async (request, reply) => ({
    username: (await rightsOf(tokens, request, reply)).name,
  }))
}
