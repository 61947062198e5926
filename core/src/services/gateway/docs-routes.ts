import swaggerUi from '@fastify/swagger-ui'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { bearerOf } from '../../platform/http/access.js'
import type { OpenApi } from '../../platform/http/openapi.js'
import type { Tenant } from '../../platform/http/site.js'
import type { Authenticator } from '../auth/authenticator.js'

export interface DocsDeps {
  authenticator: Authenticator
  /** Core with the stable versions of all modules, or with those that the organization runs whose person asks. */
  document(asked?: { tenant: Tenant; authorization: string }): OpenApi | Promise<OpenApi>
  /** Core with the stable versions of all modules, as far as they are known now. */
  stable(): OpenApi
}

/**
 * `/openapi.json` of core and the modules in one document, and `/docs` to read it: the stable versions, or, with a token, those of the
 * caller's organization (DECISIONS 23).
 */
export const docsRoutes = ({ authenticator, document, stable }: DocsDeps): FastifyPluginAsync => async (app) => {
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => reply.type('application/json').send(JSON.stringify(await document(await askedBy(request, authenticator)))))
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, transformSpecification: stable, transformSpecificationClone: false })
}

async function askedBy({ headers, site }: FastifyRequest, authenticator: Authenticator): Promise<{ tenant: Tenant; authorization: string } | undefined> {
  const token = bearerOf(headers.authorization)
  if (token === undefined || site?.kind !== 'tenant') return undefined
  const session = await authenticator.verify(token)
  return session?.caller.organization_id === site.tenant.organization.id ? { tenant: site.tenant, authorization: headers.authorization ?? '' } : undefined
}
