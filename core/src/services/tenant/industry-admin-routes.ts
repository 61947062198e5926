import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Name, Strict, Type, type Static } from '@innoerp/sdk/contract'
import type { CoreTransaction } from '../../platform/database/core-db.js'
import { violates } from '../../platform/errors/violates.js'
import { auditFrom, serviceContext, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import type { Catalogue } from './catalogue-port.js'
import { tenantErrors } from './errors.js'
import { CodeParams, Industry } from './schemas.js'

const tags = ['industries']
const config = { access: 'super-admin' } as const
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,49}$' })
const ModuleId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const words = { industry_name: Name(100), description: Type.String({ maxLength: 500 }), is_active: Type.Boolean(), display_order: Type.Integer({ minimum: 0, maximum: 10_000 }) }
const NewIndustry = Type.Composite([Strict({ industry_code: Code, industry_name: Name(100) }), Type.Partial(Type.Object({ description: words.description, is_active: words.is_active, display_order: words.display_order }))], { additionalProperties: false })
const IndustryPatch = Type.Partial(Strict(words), { additionalProperties: false, minProperties: 1 })
const part = { is_required: Type.Boolean(), default_config: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 200 }), display_order: words.display_order }
const TemplateModule = Type.Composite([Strict({ module_id: ModuleId }), Type.Partial(Type.Object(part))], { additionalProperties: false })
const TemplatePatch = Type.Partial(Strict(part), { additionalProperties: false, minProperties: 1 })
const TemplateRow = Type.Object({ module_id: Type.String(), is_required: Type.Boolean(), default_config: Type.Unknown(), display_order: Type.Integer() })
const TemplateParams = Strict({ code: Code, module_id: ModuleId })

const COLUMNS = 'industry_code, industry_name, description, is_active'
const INSERT = `insert into tenant.industry_templates (industry_code, industry_name, description, is_active, display_order) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`
const UPDATE = `update tenant.industry_templates set industry_name = coalesce($2, industry_name), description = coalesce($3, description), is_active = coalesce($4, is_active),
  display_order = coalesce($5, display_order), updated_at = now() where industry_code = $1 returning ${COLUMNS}`
const ADD = `insert into tenant.industry_module_templates (industry_code, module_id, is_required, default_config, display_order) values ($1, $2, $3, $4::jsonb, $5)
  on conflict (industry_code, module_id) do update set is_required = excluded.is_required, default_config = excluded.default_config, display_order = excluded.display_order, updated_at = now()
  returning module_id, is_required, default_config, display_order`
const CHANGE = `update tenant.industry_module_templates set is_required = coalesce($3, is_required), default_config = coalesce($4::jsonb, default_config), display_order = coalesce($5, display_order),
  updated_at = now() where industry_code = $1 and module_id = $2 returning module_id, is_required, default_config, display_order`

interface Deps {
  platform: Platform
  catalogue: Catalogue
}

/** Changes an industry and says so in the audit log, as one. */
const changer =
  ({ database: { core }, audit }: Platform) =>
  <T>(ctx: ServiceContext, code: string, work: (tx: CoreTransaction) => Promise<T | undefined>): Promise<T> =>
    core.transaction('platform', async (tx) => {
      const made = await work(tx)
      if (made === undefined) throw tenantErrors.INDUSTRY_NOT_FOUND()
      await audit.append(tx, { ...auditFrom(ctx), action: 'industry.changed', target: { type: 'industry', id: code }, data: { result: made } })
      return made
    })
const firstRow =
  ({ database: { core } }: Platform) =>
  async <T>(tx: CoreTransaction, text: string, values: unknown[]): Promise<T | undefined> =>
    (await core.run<T>(tx, text, values))[0]

/** Industry templates as super admins make them: their words, and the modules that a new organization of the industry gets. */
export const industryAdminRoutes =
  (deps: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(wordRoutes(deps))
    await app.register(moduleRoutes(deps))
  }

const wordRoutes =
  ({ platform }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const change = changer(platform)
    const one = firstRow(platform)
    app.post('/api/v1/industries', { config, schema: { tags, body: NewIndustry, response: { 201: Industry } } }, async (request, reply) => {
      const { industry_code, industry_name, description = '', is_active = true, display_order = 100 } = request.body
      const made = await change(serviceContext(request), industry_code, (tx) =>
        one<Static<typeof Industry>>(tx, INSERT, [industry_code, industry_name, description, is_active, display_order]).catch((error: unknown) => {
          throw violates(error, 'industry_templates_pkey') ? tenantErrors.INDUSTRY_TAKEN({ details: [{ field: 'industry_code', message: 'Taken.' }] }) : error
        }),
      )
      return reply.code(201).send(made)
    })
    app.patch('/api/v1/industries/:code', { config, schema: { tags, params: CodeParams, body: IndustryPatch, response: { 200: Industry } } }, (request) => {
      const { industry_name, description, is_active, display_order } = request.body
      return change(serviceContext(request), request.params.code, (tx) => one<Static<typeof Industry>>(tx, UPDATE, [request.params.code, industry_name, description, is_active, display_order]))
    })
    app.delete('/api/v1/industries/:code', { config, schema: { tags, summary: 'Retire it: organizations that have it keep it', params: CodeParams, response: { 204: Type.Null() } } }, async (request, reply) => {
      await change(serviceContext(request), request.params.code, (tx) => one(tx, UPDATE, [request.params.code, undefined, undefined, false, undefined]))
      return reply.code(204).send(null)
    })
  }

const moduleRoutes =
  ({ platform, catalogue }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const change = changer(platform)
    const one = firstRow(platform)
    app.post('/api/v1/industries/:code/modules', { config, schema: { tags, params: CodeParams, body: TemplateModule, response: { 201: TemplateRow } } }, async (request, reply) => {
      const { code } = request.params
      const { module_id, is_required = true, default_config = {}, display_order = 100 } = request.body
      if (!catalogue.get(module_id)) throw tenantErrors.UNKNOWN_MODULE({ values: { module_id } })
      const made = await change(serviceContext(request), code, async (tx) =>
        (await one(tx, 'select 1 from tenant.industry_templates where industry_code = $1', [code])) ? one<Static<typeof TemplateRow>>(tx, ADD, [code, module_id, is_required, JSON.stringify(default_config), display_order]) : undefined,
      )
      return reply.code(201).send(made)
    })
    app.patch('/api/v1/industries/:code/modules/:module_id', { config, schema: { tags, params: TemplateParams, body: TemplatePatch, response: { 200: TemplateRow } } }, (request) => {
      const { code, module_id } = request.params
      const { is_required, default_config, display_order } = request.body
      return change(serviceContext(request), code, async (tx) => {
        const row = await one<Static<typeof TemplateRow>>(tx, CHANGE, [code, module_id, is_required, default_config && JSON.stringify(default_config), display_order])
        if (!row) throw tenantErrors.TEMPLATE_MODULE_NOT_FOUND()
        return row
      })
    })
    app.delete('/api/v1/industries/:code/modules/:module_id', { config, schema: { tags, params: TemplateParams, response: { 204: Type.Null() } } }, async (request, reply) => {
      const { code, module_id } = request.params
      await change(serviceContext(request), code, async (tx) => {
        const gone = await one<object>(tx, 'delete from tenant.industry_module_templates where industry_code = $1 and module_id = $2 returning module_id', [code, module_id])
        if (!gone) throw tenantErrors.TEMPLATE_MODULE_NOT_FOUND()
        return gone
      })
      return reply.code(204).send(null)
    })
  }
