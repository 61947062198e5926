import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Strict, Type, Uuid } from '@innoerp/sdk/contract'
import { publicContext, serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { LinkRow } from './link-repository.js'
import type { LinkService, OwnOrganization } from './link-service.js'
import type { RefreshCookie } from './refresh-cookie.js'
import { EmptyBody, Link, LinkBody, OwnOrganization as Own, SwitchAnswer, SwitchQuery, withoutBody } from './schemas.js'
import { openSession, type AuthServiceDeps } from './service.js'

const tags = ['auth']
const config = { access: 'user' } as const
const links: ShortList<LinkRow> = { text: (row) => `${row.organization_name} ${row.subdomain} ${row.email}`, sort: { organization_name: (row) => row.organization_name } }
const organizations: ShortList<OwnOrganization> = { text: (row) => `${row.name} ${row.subdomain}`, sort: { name: (row) => row.name } }

export interface LinkRoutesDeps {
  auth: AuthServiceDeps
  links: LinkService
  cookie: RefreshCookie
}

/** One person's accounts in several organizations, and the way from one to the other. */
export const accountLinkRoutes =
  (deps: LinkRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/auth/links', { config, schema: { tags, summary: 'Linked accounts', querystring: ShortListQuery(Object.keys(links.sort)), response: { 200: Page(Link) } } }, async (request) =>
      pageOf(await deps.links.list(serviceContext(request)), request.query, links),
    )
    app.post('/api/v1/auth/links', { config, schema: { tags, summary: 'Link an account by signing in to it', body: LinkBody, response: { 201: Link } } }, async (request, reply) =>
      reply.code(201).send(await deps.links.add(serviceContext(request), request.body)),
    )
    app.delete('/api/v1/auth/links/:id', { config, schema: { tags, params: Strict({ id: Uuid }), response: { 204: Type.Null() } } }, async (request, reply) => {
      await deps.links.remove(serviceContext(request), request.params.id)
      return reply.code(204).send(null)
    })
    app.get('/api/v1/auth/organizations', { config, schema: { tags, summary: 'Organizations that the caller can work in', querystring: ShortListQuery(Object.keys(organizations.sort)), response: { 200: Page(Own) } } }, async (request) =>
      pageOf(await deps.links.organizations(serviceContext(request)), request.query, organizations),
    )
    app.post('/api/v1/auth/switch/:organization_id', { ...withoutBody, config, schema: { tags, summary: 'An address that signs in to another organization, once', params: Strict({ organization_id: Uuid }), body: EmptyBody, response: { 200: SwitchAnswer } } }, async (request) => ({
      url: await deps.links.switchTo(serviceContext(request), request.params.organization_id),
    }))
    app.get('/switch', { config: { access: 'public' }, schema: { hide: true, querystring: SwitchQuery } }, async (request, reply) => {
      const ctx = publicContext(request)
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
      try {
        const { refreshToken } = await openSession(deps.auth, ctx, await deps.links.arrive(ctx, request.query.code))
        deps.cookie.write(reply, refreshToken)
        return reply.redirect('/', 303)
      } catch {
        // The code was used or is over: signing in by password is always possible.
        return reply.redirect('/sign-in', 303)
      }
    })
  }
