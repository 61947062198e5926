import { Create, ListQuery, OneOf, Page, Strict, Type } from '@innoerp/sdk/contract'
import { IdParams, type ModuleRoutes } from '@innoerp/sdk/server'
import { Member, MEMBER_ROLES, MemberList } from '../shared/member.js'
import type { MemberService } from './member-service.js'
import { MemberParams } from './params.js'

const read = { permission: 'projects.read' }
const manage = { permission: 'projects.manage' }
/** A member stays who they are; their role changes. */
const RoleChange = Strict({ role: OneOf(MEMBER_ROLES) })

export const memberRoutes = ({ members }: { members: MemberService }): ModuleRoutes => async (app) => {
  const list = { params: IdParams, querystring: ListQuery(MemberList), response: { 200: Page(Member) } }
  app.get('/:id/members', { config: read, schema: list }, (request) =>
    members.list(request.context, request.params.id, request.query),
  )

  const add = { params: IdParams, body: Create(Member), response: { 201: Member } }
  app.post('/:id/members', { config: manage, schema: add }, async (request, reply) =>
    reply.code(201).send(await members.add(request.context, request.params.id, request.body)),
  )

  const change = { params: MemberParams, body: RoleChange, response: { 200: Member } }
  app.patch('/:id/members/:user_id', { config: manage, schema: change }, (request) => {
    const membership = { projectId: request.params.id, userId: request.params.user_id }
    return members.patch(request.context, membership, { values: request.body, ifMatch: request.headers['if-match'] })
  })

  const remove = { params: MemberParams, response: { 204: Type.Null() } }
  app.delete('/:id/members/:user_id', { config: manage, schema: remove }, async (request, reply) => {
    const membership = { projectId: request.params.id, userId: request.params.user_id }
    await members.remove(request.context, membership, { ifMatch: request.headers['if-match'] })
    return reply.code(204).send(null)
  })
}
