import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ListQuery, Page } from '@innoerp/sdk/contract'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { publicContext, serviceContext } from '../../platform/http/service-context.js'
import type { OrganizationService } from './organization-service.js'
import { IdParams, Organization, OrganizationList, OrganizationPatch, OrganizationRow, SignUpAnswer, SignUpBody, SignUpPending, StatusBody, SubdomainAnswer, SubdomainBody } from './schemas.js'
import type { SignUpService } from './sign-up-service.js'

const tags = ['organizations']
const base = '/api/v1/organizations'
const anyone = { access: 'public' } as const
const superAdmin = { access: 'super-admin' } as const

/** Sign-up, at the platform's own address alone. */
export const signUpRoutes = ({ signUps }: { signUps: SignUpService }): FastifyPluginAsyncTypebox => async (app) => {
  app.post(`${base}/check-subdomain`, { schema: { tags, security: [], body: SubdomainBody, response: { 200: SubdomainAnswer } }, config: anyone }, (request) =>
    signUps.check(request.body.subdomain),
  )
  app.post(`${base}/signup`, { schema: { tags, security: [], body: SignUpBody, response: { 201: SignUpAnswer, 202: SignUpPending } }, config: anyone }, async (request, reply) => {
    if (request.site?.kind !== 'public') throw requestErrors.ROUTE_NOT_FOUND()
    const answer = await signUps.signUp(publicContext(request), request.body)
    return 'request' in answer ? reply.code(202).send(answer) : reply.code(201).send(answer)
  })
}

export const organizationRoutes = ({ organizations }: { organizations: OrganizationService }): FastifyPluginAsyncTypebox => async (app) => {
  app.get(`${base}/current`, { schema: { tags, response: { 200: Organization } }, config: { access: 'user' } }, (request) => organizations.current(request.caller))
  app.patch(`${base}/current`, { schema: { tags, body: OrganizationPatch, response: { 200: Organization } }, config: { access: 'admin' } }, (request) =>
    organizations.update(serviceContext(request), { id: request.caller.organization_id ?? '', values: request.body, ifMatch: request.headers['if-match'] }),
  )
  app.get(base, { schema: { tags, querystring: ListQuery(OrganizationList), response: { 200: Page(OrganizationRow) } }, config: superAdmin }, (request) =>
    organizations.list(request.query),
  )
  app.get(`${base}/:id`, { schema: { tags, params: IdParams, response: { 200: OrganizationRow } }, config: superAdmin }, (request) =>
    organizations.get(request.params.id),
  )
  app.patch(`${base}/:id/status`, { schema: { tags, params: IdParams, body: StatusBody, response: { 200: Organization } }, config: superAdmin }, (request) =>
    organizations.update(serviceContext(request), { id: request.params.id, values: request.body, ifMatch: request.headers['if-match'] }),
  )
}
