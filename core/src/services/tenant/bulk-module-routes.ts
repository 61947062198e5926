import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Strict, Type } from '@innoerp/sdk/contract'
import { serviceContext } from '../../platform/http/service-context.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import type { AssignmentService } from './assignment-service.js'
import type { BulkAssignmentService } from './bulk-assignment-service.js'
import type { Catalogue } from './catalogue-port.js'
import { tenantErrors } from './errors.js'
import type { IndustryRepository, TemplateRow } from './industry-repository.js'
import { Assignment, CodeParams, OrgParams } from './schemas.js'

const tags = ['modules']
const superAdmin = { access: 'super-admin' } as const
const ModuleId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,49}$' })
const BulkBody = Strict({ module_ids: Type.Array(ModuleId, { minItems: 1, maxItems: 200, uniqueItems: true }), industry_code: Type.Optional(Code) })
const IndustryBody = Strict({ industry_code: Code })
const Config = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 200 })
const AssignBody = Strict({ module_id: ModuleId, is_enabled: Type.Optional(Type.Boolean({ default: true })), config: Type.Optional(Config) })
const Available = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  service_name: Type.String(),
  api_endpoint: Type.String(),
  version: Type.String(),
  metadata: Type.Record(Type.String(), Type.Unknown()),
})
const TemplateAnswer = Type.Object({ module_id: Type.String(), is_required: Type.Boolean(), default_config: Type.Unknown(), display_order: Type.Integer() })
const byName: ShortList<{ id: string; name: string }> = { text: ({ id, name }) => `${id} ${name}`, sort: { name: ({ name }) => name, id: ({ id }) => id } }
const byOrder: ShortList<TemplateRow> = { text: ({ module_id }) => module_id, sort: { module_id: ({ module_id }) => module_id } }

export interface BulkModuleRoutesDeps {
  catalogue: Catalogue
  industries: IndustryRepository
  assignments: AssignmentService
  bulk: BulkAssignmentService
}

/** Modules that can be had, and giving several of them at once. */
export const bulkModuleRoutes =
  ({ catalogue, industries, assignments, bulk }: BulkModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/api/v1/modules/available', { config: { access: 'signed-in' }, schema: { tags, summary: 'Modules open for new assignments', querystring: ShortListQuery(Object.keys(byName.sort)), response: { 200: Page(Available) } } }, async (request) => {
      const rows = catalogue
        .list()
        .filter(({ is_active }) => is_active)
        .map(({ module_id, module_name, description, category, api_endpoint, version, icon, color }) => ({ id: module_id, name: module_name, description, category, service_name: 'modules', api_endpoint, version, metadata: { icon, color } }))
      return pageOf(rows, request.query, byName)
    })
    app.get('/api/v1/modules/industry/:code', { config: { access: 'signed-in' }, schema: { tags, summary: 'The template of an industry', params: CodeParams, querystring: ShortListQuery(Object.keys(byOrder.sort)), response: { 200: Page(TemplateAnswer) } } }, async (request) => {
      if (!(await industries.find(request.params.code))) throw tenantErrors.INDUSTRY_NOT_FOUND()
      const rows = (await industries.template(request.params.code)).filter(({ module_id }) => catalogue.get(module_id))
      return pageOf(rows, request.query, byOrder)
    })
    app.post('/api/v1/modules/organization/:org', { config: superAdmin, schema: { tags, summary: 'Assign a module', params: OrgParams, body: AssignBody, response: { 201: Assignment } } }, async (request, reply) => {
      const { module_id, is_enabled = true, config } = request.body
      const ctx = serviceContext(request)
      const key = { organizationId: request.params.org, moduleId: module_id }
      const made = await assignments.assign(ctx, key, config)
      return reply.code(201).send(is_enabled ? made : await assignments.change(ctx, key, { is_enabled }))
    })
    app.post('/api/v1/modules/bulk-assign/:org', { config: superAdmin, schema: { tags, summary: 'Assign several modules, all or none', params: OrgParams, body: BulkBody, response: { 200: Type.Array(Assignment) } } }, async (request) => {
      await bulk.assign(serviceContext(request), request.params.org, request.body)
      return assignments.list(request.params.org)
    })
    app.post('/api/v1/modules/apply-industry/:org', { config: superAdmin, schema: { tags, summary: 'Replace the modules by an industry’s', params: OrgParams, body: IndustryBody, response: { 200: Type.Array(Assignment) } } }, async (request) => {
      await bulk.applyIndustry(serviceContext(request), request.params.org, request.body.industry_code)
      return assignments.list(request.params.org)
    })
  }
