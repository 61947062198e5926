import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import { OwnPatch, StatusPatch, TypePatch, User, UserParams, UserQuery } from './schemas.js'
import type { UserService } from './user-service.js'

const tags = ['users']
const response = { 200: User }

/** People of the organization. */
export const peopleRoutes =
  ({ users }: { users: UserService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/users',
      {
        config: { access: 'user' },
        schema: { tags, summary: 'People of the organization', querystring: UserQuery, response: { 200: Page(User) } },
      },
      (request) => users.list(serviceContext(request), request.query),
    )

    app.get('/api/v1/users/me', { config: { access: 'signed-in' }, schema: { tags, summary: 'The caller', response } }, (request) =>
      users.get(serviceContext(request), request.caller.id),
    )

    app.patch(
      '/api/v1/users/me',
      { config: { access: 'signed-in' }, schema: { tags, summary: 'Change the own name or address', body: OwnPatch, response } },
      (request) => users.changeOwn(serviceContext(request), { patch: request.body, ifMatch: request.headers['if-match'] }),
    )

    app.get(
      '/api/v1/users/:id',
      { config: { access: 'user' }, schema: { tags, summary: 'A person', params: UserParams, response } },
      (request) => users.get(serviceContext(request), request.params.id),
    )

    app.patch(
      '/api/v1/users/:id/type',
      { config: { access: 'admin' }, schema: { tags, summary: 'Change a person’s type', params: UserParams, body: TypePatch, response } },
      (request) => {
        const target = { id: request.params.id, ifMatch: request.headers['if-match'] }
        return users.changeType(serviceContext(request), target, request.body.user_type)
      },
    )

    app.patch(
      '/api/v1/users/:id/status',
      { config: { access: 'admin' }, schema: { tags, summary: 'Let a person in or not', params: UserParams, body: StatusPatch, response } },
      (request) => {
        const target = { id: request.params.id, ifMatch: request.headers['if-match'] }
        return users.changeStatus(serviceContext(request), target, request.body.is_active)
      },
    )
  }
