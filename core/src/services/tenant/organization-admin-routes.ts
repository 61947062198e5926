import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Email, ListQuery, Name, Nullable, OneOf, Page, Strict, Timestamp, Type, Uuid } from '@innoerp/sdk/contract'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { serviceContext, type ServiceContext } from '../../platform/http/service-context.js'
import { tenantErrors } from './errors.js'
import { STATS_BY, type OrganizationAdminService } from './organization-admin-service.js'
import type { OrganizationRepository } from './organization-repository.js'
import type { OrganizationService } from './organization-service.js'
import { IdParams, Organization, OrganizationList, OrganizationPatch, OrganizationRow, StatusBody } from './schemas.js'
import { Subscription } from './subscriptions/schemas.js'
import type { SubscriptionService } from './subscriptions/subscription-service.js'
import type { UsageService } from './usage-service.js'

const tags = ['organizations']
const superAdmin = { access: 'super-admin' } as const
const member = { access: 'signed-in' } as const
const Slug = Type.String({ pattern: '^[a-z0-9-]+$', minLength: 1, maxLength: 100 })
const NewOrganization = Strict({ name: Name(255), slug: Slug, subdomain: Type.Optional(Type.String({ minLength: 3, maxLength: 63 })), owner_email: Email, owner_name: Name(200) })
const TrialBody = Strict({ days: Type.Integer({ minimum: 1, maximum: 365 }) })
const DeleteBody = Strict({ confirm: Type.String({ maxLength: 100, description: 'The subdomain' }) })
const StatsQuery = Strict({ by: Type.Optional(OneOf(STATS_BY)) })
const Stats = Type.Object({
  total_tenants: Type.Integer(),
  active_tenants: Type.Integer(),
  trial_tenants: Type.Integer(),
  expired_tenants: Type.Integer(),
  subscriptions_active: Type.Integer(),
  subscriptions_trial: Type.Integer(),
  subscriptions_expired: Type.Integer(),
  by_month: Type.Optional(Type.Array(Type.Object({ month: Type.String(), signups: Type.Integer() }))),
  by_industry: Type.Optional(Type.Array(Type.Object({ industry_code: Nullable(Type.String()), industry_name: Nullable(Type.String()), tenants: Type.Integer() }))),
})
const Usage = Type.Object({
  total_users: Type.Integer(),
  active_users: Type.Integer(),
  total_projects: Type.Integer(),
  storage_used_mb: Type.Number(),
  api_calls_this_month: Type.Integer(),
  last_active: Nullable(Timestamp),
  counts: Type.Record(Type.String(), Type.Integer()),
})
const Details = Type.Object({ organization: OrganizationRow, subscription: Type.Union([Subscription, Type.Null()]), usage: Usage })
/** What anybody may know of an organization whose address they have. */
const PublicOrganization = Type.Object({ id: Uuid, name: Type.String(), subdomain: Type.String(), locale: Type.String(), is_active: Type.Boolean() })
const SlugParams = Strict({ slug: Slug })
const SubdomainParams = Strict({ subdomain: Type.String({ minLength: 1, maxLength: 63 }) })

export interface OrganizationAdminRoutesDeps {
  organizations: OrganizationService
  rows: OrganizationRepository
  admin: OrganizationAdminService
  subscriptions: SubscriptionService
  usage: UsageService
}

/** Organizations as super admins handle them, and what an organization's own administrators see of theirs; under both of the document's prefixes. */
export const organizationAdminRoutes =
  ({ organizations, rows, admin, subscriptions, usage }: OrganizationAdminRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const subscriptionOf = async (id: string) => subscriptions.ofOrganization(id).catch(() => null)
    for (const base of ['/api/v1/organizations', '/api/v1/tenants']) {
      const isAlias = base.endsWith('tenants')
      app.post(base, { config: superAdmin, schema: { tags, body: NewOrganization, response: { 201: Organization } } }, async (request, reply) => reply.code(201).send(await admin.create(serviceContext(request), request.body)))
      app.get(`${base}/stats`, { config: superAdmin, schema: { tags, querystring: StatsQuery, response: { 200: Stats } } }, (request) => admin.stats(request.query.by))
      app.get(`${base}/slug/:slug`, { config: superAdmin, schema: { tags, params: SlugParams, response: { 200: OrganizationRow } } }, async (request) => found(await rows.bySlug(request.params.slug)))
      app.get(`${base}/subdomain/:subdomain`, { config: { access: 'public' }, schema: { tags, security: [], params: SubdomainParams, response: { 200: PublicOrganization } } }, async (request) => {
        const row = found(await rows.bySubdomain(request.params.subdomain.toLowerCase()))
        if (!row.is_active) throw requestErrors.TENANT_INACTIVE()
        return row
      })
      app.get(`${base}/:id/details`, { config: member, schema: { tags, params: IdParams, response: { 200: Details } } }, async (request) => {
        const id = administered(serviceContext(request), request.params.id)
        const [organization, subscription, figures] = await Promise.all([organizations.get(id), subscriptionOf(id), usage.of(id)])
        return { organization, subscription, usage: figures }
      })
      app.get(`${base}/:id/subscription`, { config: member, schema: { tags, params: IdParams, response: { 200: Subscription } } }, (request) => subscriptions.ofOrganization(administered(serviceContext(request), request.params.id)))
      app.get(`${base}/:id/usage`, { config: member, schema: { tags, params: IdParams, response: { 200: Usage } } }, (request) => usage.of(administered(serviceContext(request), request.params.id)))
      app.patch(`${base}/:id`, { config: member, schema: { tags, params: IdParams, body: OrganizationPatch, response: { 200: Organization } } }, (request) => {
        const ctx = serviceContext(request)
        return organizations.update(ctx, { id: administered(ctx, request.params.id), values: request.body, ifMatch: request.headers['if-match'] })
      })
      app.patch(`${base}/:id/trial`, { config: superAdmin, schema: { tags, params: IdParams, body: TrialBody, response: { 200: Organization } } }, (request) => admin.extendTrial(serviceContext(request), request.params.id, request.body.days))
      app.delete(`${base}/:id`, { config: superAdmin, schema: { tags, summary: 'Delete; it can be restored for 30 days', params: IdParams, body: DeleteBody, response: { 204: Type.Null() } } }, async (request, reply) => {
        await admin.remove(serviceContext(request), request.params.id, request.body.confirm)
        return reply.code(204).send(null)
      })
      app.post(`${base}/:id/restore`, { config: superAdmin, schema: { tags, params: IdParams, response: { 200: Organization } } }, (request) => admin.restore(serviceContext(request), request.params.id))
      if (!isAlias) continue
      app.get(base, { config: superAdmin, schema: { tags, querystring: ListQuery(OrganizationList), response: { 200: Page(OrganizationRow) } } }, (request) => organizations.list(request.query))
      app.get(`${base}/:id`, { config: superAdmin, schema: { tags, params: IdParams, response: { 200: OrganizationRow } } }, (request) => organizations.get(request.params.id))
      app.patch(`${base}/:id/status`, { config: superAdmin, schema: { tags, params: IdParams, body: StatusBody, response: { 200: Organization } } }, (request) =>
        organizations.update(serviceContext(request), { id: request.params.id, values: request.body, ifMatch: request.headers['if-match'] }),
      )
    }
  }

function found<T>(row: T | undefined): T {
  if (row === undefined) throw tenantErrors.NOT_FOUND()
  return row
}

/** Its own administrators and super admins. @throws REQUEST_ROUTE_NOT_FOUND for an organization that is not the caller's */
function administered({ caller, site }: ServiceContext, organizationId: string): string {
  if (caller.is_superuser) return organizationId
  if (site?.kind !== 'tenant' || site.tenant.organization.id !== organizationId) throw requestErrors.ROUTE_NOT_FOUND()
  if (caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
  return organizationId
}
