import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import type { InvitationService } from './invitation-service.js'
import { Invitation, InvitationParams, InvitationQuery, NewInvitation } from './schemas.js'

const tags = ['users']
const path = '/api/v1/users/invitations'
const config = { access: 'user' } as const

/** Invitations, for whoever may make and withdraw them. */
export const invitationRoutes =
  ({ invitations }: { invitations: InvitationService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      path,
      { config, schema: { tags, summary: 'Invitations, newest first', querystring: InvitationQuery, response: { 200: Page(Invitation) } } },
      (request) => {
        const { status_filter, ...params } = request.query
        return invitations.list(serviceContext(request), { ...params, ...(status_filter && { status: status_filter }) })
      },
    )

    app.post(
      path,
      { config, schema: { tags, summary: 'Invite somebody', body: NewInvitation, response: { 201: Invitation } } },
      async (request, reply) => {
        const invitation = await invitations.invite(serviceContext(request), request.body)
        return reply.code(201).send(invitation)
      },
    )

    app.delete(
      `${path}/:invitation`,
      { config, schema: { tags, summary: 'Withdraw an invitation', params: InvitationParams, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await invitations.revoke(serviceContext(request), request.params.invitation)
        return reply.code(204).send(null)
      },
    )
  }
