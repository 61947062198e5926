import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { publicContext } from '../../platform/http/service-context.js'
import type { InvitationService } from './invitation-service.js'
import { Acceptance, AcceptParams, InvitationInfo, LinkParams, User } from './schemas.js'

const path = '/api/v1/users/invitations'
const config = { access: 'public' } as const
const open = { security: [], tags: ['users'] }

/** An invitation’s link, for whoever holds it: the token is the right to it. */
export const linkRoutes =
  ({ invitations }: { invitations: InvitationService }): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      `${path}/:invitation`,
      { config, schema: { ...open, summary: 'What a link is about', params: LinkParams, response: { 200: InvitationInfo } } },
      (request) => invitations.read(publicContext(request), request.params.invitation),
    )

    app.post(
      `${path}/:token/accept`,
      { config, schema: { ...open, summary: 'Accept an invitation', params: AcceptParams, body: Acceptance, response: { 201: User } } },
      async (request, reply) => {
        const user = await invitations.accept(publicContext(request), request.params.token, request.body)
        return reply.code(201).send(user)
      },
    )
  }
