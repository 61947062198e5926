import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { serviceContext, tenantOf } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { PermissionCatalogue } from './permission-catalogue.js'
import { NewRole, PermissionRow, Role, RoleParams, RolePatch, RoleQuery, UserRolesBody } from './role-schemas.js'
import type { RoleService } from './role-service.js'
import { UserParams } from './schemas.js'

const tags = ['roles']
const admin = { access: 'admin' } as const
const permissionList: ShortList<PermissionRow> = { text: (row) => `${row.permission} ${row.description} ${row.module_name}`, sort: { permission: (row) => row.permission, module_name: (row) => row.module_name } }

/** Roles of the organization, and the permissions that they can be made of. */
export const roleRoutes =
  ({ roles, permissions }: { roles: RoleService; permissions: PermissionCatalogue }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/permissions', { config: { access: 'user' }, schema: { tags, summary: 'What the organization’s modules let be granted', querystring: ShortListQuery(Object.keys(permissionList.sort)), response: { 200: Page(PermissionRow) } } }, async (request) =>
      pageOf(permissions.of(tenantOf(serviceContext(request))), request.query, permissionList),
    )
    app.get('/api/v1/roles', { config: admin, schema: { tags, querystring: RoleQuery, response: { 200: Page(Role) } } }, (request) => roles.list(serviceContext(request), request.query))
    app.get('/api/v1/roles/:id', { config: admin, schema: { tags, params: RoleParams, response: { 200: Role } } }, (request) => roles.get(serviceContext(request), request.params.id))
    app.post('/api/v1/roles', { config: admin, schema: { tags, body: NewRole, response: { 201: Role } } }, async (request, reply) => reply.code(201).send(await roles.create(serviceContext(request), request.body)))
    app.patch('/api/v1/roles/:id', { config: admin, schema: { tags, params: RoleParams, body: RolePatch, response: { 200: Role } } }, (request) =>
      roles.change(serviceContext(request), { id: request.params.id, ifMatch: request.headers['if-match'] }, request.body),
    )
    app.delete('/api/v1/roles/:id', { config: admin, schema: { tags, params: RoleParams, response: { 204: Type.Null() } } }, async (request, reply) => {
      await roles.remove(serviceContext(request), request.params.id)
      return reply.code(204).send(null)
    })
    app.get('/api/v1/users/:id/roles', { config: admin, schema: { tags, params: UserParams, response: { 200: Type.Array(Role) } } }, (request) => roles.ofUser(serviceContext(request), request.params.id))
    app.put('/api/v1/users/:id/roles', { config: admin, schema: { tags, summary: 'Give a person just these roles', params: UserParams, body: UserRolesBody, response: { 200: Type.Array(Role) } } }, (request) =>
      roles.assign(serviceContext(request), request.params.id, request.body.role_ids),
    )
  }
