import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Strict, Uuid } from '@innoerp/sdk/contract'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { serviceContext, tenantOf, type ServiceContext } from '../../platform/http/service-context.js'
import { Relationships } from './profile-schemas.js'
import { User, UserParams, UserQuery, UserTypeField } from './schemas.js'
import type { UserService } from './user-service.js'

const tags = ['users']
const OrganizationParams = Strict({ org: Uuid })
const RoleParams = Strict({ id: Uuid, org: Uuid })
const RoleBody = Strict({ role: UserTypeField })
/** The document's kinds, which are there even where no module tells of them. */
const KINDS = { project: [], finance: [] }

/** What modules tell of a person: kind of record → connections. */
export type RelationshipsOf = (ctx: ServiceContext, userId: string) => Promise<Record<string, unknown[]>>

/** People as the document's other routes have them: by organization, by role, with what connects them to the modules' records. */
export const relationshipRoutes =
  ({ users, relationshipsOf }: { users: UserService; relationshipsOf: RelationshipsOf }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const assertOwn = (ctx: ServiceContext, organizationId: string): void => {
      if (tenantOf(ctx).organization.id !== organizationId) throw requestErrors.ROUTE_NOT_FOUND()
    }
    app.get('/api/v1/users/organization/:org', { config: { access: 'signed-in' }, schema: { tags, summary: 'People of the own organization; of any for a super admin', params: OrganizationParams, querystring: UserQuery, response: { 200: Page(User) } } }, async (request) => {
      const ctx = serviceContext(request)
      const { org } = request.params
      if (ctx.caller.is_superuser) return users.listOf(org, request.query)
      assertOwn(ctx, org)
      return users.list(ctx, request.query)
    })
    app.patch('/api/v1/users/:id/organization/:org/role', { config: { access: 'admin' }, schema: { tags, summary: 'Change a person’s type', params: RoleParams, body: RoleBody, response: { 200: User } } }, async (request) => {
      const ctx = serviceContext(request)
      assertOwn(ctx, request.params.org)
      return users.changeType(ctx, { id: request.params.id, ifMatch: request.headers['if-match'] }, request.body.role)
    })
    app.get('/api/v1/users/:id/relationships', { config: { access: 'user' }, schema: { tags, summary: 'What connects a person with the modules’ records', params: UserParams, response: { 200: Relationships } } }, async (request) => {
      const ctx = serviceContext(request)
      const { id } = request.params
      const { user_type } = await users.get(ctx, id)
      return { user_id: id, organization_id: tenantOf(ctx).organization.id, user_type, relationships: { ...KINDS, ...(await relationshipsOf(ctx, id)) } }
    })
  }
