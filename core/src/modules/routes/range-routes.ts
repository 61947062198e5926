import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { OrgModuleParams, RangeAnswer, RangeBody } from './schemas.js'

const tags = ['modules']
const path = '/api/v1/modules/organization/:org/:module_id/version'

/** What an organization runs of a module. */
export const rangeRoutes =
  ({ modules: { ranges } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(path, { schema: { tags, params: OrgModuleParams, response: { 200: RangeAnswer } }, config: superAdmin }, (request) =>
      ranges.get({ organizationId: request.params.org, moduleId: request.params.module_id }),
    )
    app.put(path, { schema: { tags, params: OrgModuleParams, body: RangeBody, response: { 200: RangeAnswer } }, config: superAdmin }, (request) =>
      ranges.set({ organizationId: request.params.org, moduleId: request.params.module_id }, request.body.range),
    )
  }
