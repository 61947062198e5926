import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, type Static } from '@innoerp/sdk/contract'
import type { Catalogue } from './catalogue-port.js'
import { tenantErrors } from './errors.js'
import type { IndustryRepository } from './industry-repository.js'
import { CodeParams, Industry, IndustryModule } from './schemas.js'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'

const tags = ['industries']
const byName: ShortList<Static<typeof Industry>> = { text: (row) => `${row.industry_name} ${row.description}`, sort: { industry_name: (row) => row.industry_name, industry_code: (row) => row.industry_code } }
const byModule: ShortList<Static<typeof IndustryModule>> = { text: (row) => row.module_name, sort: { module_name: (row) => row.module_name, module_id: (row) => row.module_id } }
const anyone = { access: 'public' } as const

/** Industries and a preview of their modules: sign-up shows them to everybody. Only what this host can load is listed. */
export const industryRoutes = ({ industries, catalogue }: { industries: IndustryRepository; catalogue: Catalogue }): FastifyPluginAsyncTypebox => async (app) => {
  const find = async (code: string) => {
    const industry = await industries.find(code)
    if (!industry) throw tenantErrors.INDUSTRY_NOT_FOUND()
    return industry
  }
  app.get('/api/v1/industries', { schema: { tags, security: [], querystring: ShortListQuery(Object.keys(byName.sort)), response: { 200: Page(Industry) } }, config: anyone }, async (request) => {
    const all = await industries.list()
    return pageOf(request.query.active_only ? all.filter((row) => row.is_active) : all, request.query, byName)
  })
  app.get('/api/v1/industries/:code', { schema: { tags, security: [], params: CodeParams, response: { 200: Industry } }, config: anyone }, (request) => find(request.params.code))
  app.get(
    '/api/v1/industries/:code/modules',
    { schema: { tags, security: [], params: CodeParams, querystring: ShortListQuery(Object.keys(byModule.sort)), response: { 200: Page(IndustryModule) } }, config: anyone },
    async (request) => {
      await find(request.params.code)
      const rows = (await industries.template(request.params.code)).flatMap(({ module_id, is_required, display_order }) => {
        const entry = catalogue.get(module_id)
        return entry ? [{ module_id, module_name: entry.module_name, description: entry.description, icon: entry.icon, color: entry.color, is_required, display_order }] : []
      })
      return pageOf(rows, request.query, byModule)
    },
  )
}
