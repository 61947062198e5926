import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { publicContext, serviceContext } from '../../platform/http/service-context.js'
import type { InvitationService } from './invitation-service.js'
import { Acceptance, AcceptParams, Invitation, InvitationInfo, InvitationParams, InvitationQuery, LinkParams, NewInvitation, User } from './schemas.js'

const tags = ['users']
const path = '/api/v1/users/invitations'

/** Invitations: made and withdrawn by whoever may, read and accepted by whoever holds the link. */
export const invitationRoutes =
  ({ invitations }: { invitations: InvitationService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      path,
      { config: { access: 'user' }, schema: { tags, summary: 'Invitations, newest first', querystring: InvitationQuery, response: { 200: Page(Invitation) } } },
      (request) => {
        const { status_filter, ...params } = request.query
        return invitations.list(serviceContext(request), { ...params, ...(status_filter && { status: status_filter }) })
      },
    )

    app.post(
      path,
      { config: { access: 'user' }, schema: { tags, summary: 'Invite somebody', body: NewInvitation, response: { 201: Invitation } } },
      async (request, reply) => {
        const invitation = await invitations.invite(serviceContext(request), request.body)
        return reply.code(201).send(invitation)
      },
    )

    app.delete(
      `${path}/:invitation`,
      { config: { access: 'user' }, schema: { tags, summary: 'Withdraw an invitation', params: InvitationParams, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await invitations.revoke(serviceContext(request), request.params.invitation)
        return reply.code(204).send(null)
      },
    )

    app.get(
      `${path}/:invitation`,
      { config: { access: 'public' }, schema: { security: [], tags, summary: 'What a link is about', params: LinkParams, response: { 200: InvitationInfo } } },
      (request) => invitations.read(publicContext(request), request.params.invitation),
    )

    app.post(
      `${path}/:token/accept`,
      {
        config: { access: 'public' },
        schema: { security: [], tags, summary: 'Accept an invitation', params: AcceptParams, body: Acceptance, response: { 201: User } },
      },
      async (request, reply) => {
        const user = await invitations.accept(publicContext(request), request.params.token, request.body)
        return reply.code(201).send(user)
      },
    )
  }
