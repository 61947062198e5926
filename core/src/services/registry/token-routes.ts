import { createRegistryTokens, type RegistryToken } from '@innoerp/registry'
import { Page, Type } from '@innoerp/sdk/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { registryDatabase } from '../../host/registry-database.js'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { Platform } from '../../platform/platform.js'
import { registryAdminErrors } from './errors.js'
import { NewToken, Token, TokenBody, TokenParams } from './schemas.js'

const tags = ['registry']
const config = { access: 'super-admin' } as const
const path = '/api/v1/registry-tokens'
const list: ShortList<RegistryToken> = {
  text: ({ name, packages }) => `${name} ${packages}`,
  sort: { created_at: ({ created_at }) => created_at, name: ({ name }) => name, packages: ({ packages }) => packages },
}

/** Tokens with which authors publish their packages. */
export const tokenRoutes = (platform: Platform): FastifyPluginAsyncTypebox => async (app) => {
  const tokens = createRegistryTokens(registryDatabase(platform.database.core))
  const note = (request: FastifyRequest, action: string, { id, name, packages }: RegistryToken) =>
    platform.audit.append('platform', { ...auditFrom(serviceContext(request)), action, target: { type: 'registry-token', id }, data: { name, packages } })

  app.get(path, { schema: { tags, querystring: ShortListQuery(Object.keys(list.sort)), response: { 200: Page(Token) } }, config }, async (request) => pageOf(await tokens.list(), request.query, list))

  app.post(path, { schema: { tags, body: TokenBody, response: { 201: NewToken } }, config }, async (request, reply) => {
    const { name, packages, expires_at = null } = request.body
    if (expires_at !== null && Date.parse(expires_at) <= Date.now()) throw registryAdminErrors.TOKEN_OVER()
    const made = await tokens.create({ name, packages, expires_at })
    await note(request, 'registry-token.created', made)
    return reply.code(201).header('cache-control', 'no-store').send(made)
  })

  app.delete(`${path}/:id`, { schema: { tags, params: TokenParams, response: { 204: Type.Null() } }, config }, async (request, reply) => {
    const gone = await tokens.remove(request.params.id)
    if (!gone) throw registryAdminErrors.TOKEN_NOT_FOUND()
    await note(request, 'registry-token.removed', gone)
    return reply.code(204).send(null)
  })
}
