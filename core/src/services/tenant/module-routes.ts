import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import type { AssignmentService } from './assignment-service.js'
import { AssignBody, Assignment, AssignmentPatch, OrgModuleParams, OrgParams } from './schemas.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'

const tags = ['modules']
const byName: ShortList<{ module_id: string; module_name: string }> = {
  text: (row) => `${row.module_id} ${row.module_name}`,
  sort: { module_name: (row) => row.module_name, module_id: (row) => row.module_id },
}
const query = ShortListQuery(Object.keys(byName.sort))
const superAdmin = { access: 'super-admin' } as const

/** Which organization has which module; for super admins. */
export const assignmentRoutes = ({ assignments }: { assignments: AssignmentService }): FastifyPluginAsyncTypebox => async (app) => {
  app.get(
    '/api/v1/modules/organization/:org',
    { schema: { tags, params: OrgParams, querystring: query, response: { 200: Page(Assignment) } }, config: superAdmin },
    async (request) => pageOf(await assignments.list(request.params.org), request.query, byName),
  )
  app.post(
    '/api/v1/modules/assign/:org',
    { schema: { tags, params: OrgParams, body: AssignBody, response: { 201: Assignment } }, config: superAdmin },
    async (request, reply) => {
      const { module_id, config } = request.body
      return reply.code(201).send(await assignments.assign(serviceContext(request), { organizationId: request.params.org, moduleId: module_id }, config))
    },
  )
  app.post(
    '/api/v1/modules/unassign/:org/:module_id',
    { schema: { tags, params: OrgModuleParams, response: { 204: Type.Null() } }, config: superAdmin },
    async (request, reply) => {
      await assignments.unassign(serviceContext(request), { organizationId: request.params.org, moduleId: request.params.module_id })
      return reply.code(204).send(null)
    },
  )
  app.patch(
    '/api/v1/modules/organization/:org/:module_id',
    { schema: { tags, params: OrgModuleParams, body: AssignmentPatch, response: { 200: Assignment } }, config: superAdmin },
    (request) => assignments.change(serviceContext(request), { organizationId: request.params.org, moduleId: request.params.module_id }, request.body),
  )
}
