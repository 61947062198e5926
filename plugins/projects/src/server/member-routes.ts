import { Create, ListQuery, OneOf, Page, Strict, Type } from '@innoerp/sdk/contract'
import type { ModuleRoutes } from '@innoerp/sdk/server'
import { Member, MEMBER_ROLES, MemberList } from '../shared/member.js'
import type { MemberService } from './member-service.js'
import { IdParams, MemberParams } from './params.js'

const read = { permission: 'projects.read' }
const manage = { permission: 'projects.manage' }
/** A member stays who they are; their role changes. */
const RoleChange = Strict({ role: OneOf(MEMBER_ROLES) })

export const memberRoutes = ({ members }: { members: MemberService }): ModuleRoutes => async (app) => {
  app.get('/:id/members', { config: read, schema: { params: IdParams, querystring: ListQuery(MemberList), response: { 200: Page(Member) } } }, (request) =>
    members.list(request.context, request.params.id, request.query),
  )

  app.post('/:id/members', { config: manage, schema: { params: IdParams, body: Create(Member), response: { 201: Member } } }, async (request, reply) =>
    reply.code(201).send(await members.add(request.context, request.params.id, request.body)),
  )

  app.patch('/:id/members/:user_id', { config: manage, schema: { params: MemberParams, body: RoleChange, response: { 200: Member } } }, (request) => {
    const { id, user_id } = request.params
    return members.patch(request.context, { projectId: id, userId: user_id }, { values: request.body, ifMatch: request.headers['if-match'] })
  })

  app.delete('/:id/members/:user_id', { config: manage, schema: { params: MemberParams, response: { 204: Type.Null() } } }, async (request, reply) => {
    const { id, user_id } = request.params
    await members.remove(request.context, { projectId: id, userId: user_id }, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })
}
