import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { createSettingsService } from '../settings/settings-service.js'
import type { ModuleRoutesDeps } from './deps.js'
import { ModuleParams, SettingsAnswer, SettingsBody, SettingsDiff, SettingsDiffQuery } from './schemas.js'

const tags = ['module-settings']
const path = '/api/v1/modules/:module_id/settings'

/** What an organization sets in a module, by the schema that the module declares. */
export const settingsRoutes =
  ({ platform, modules: { catalogue, published } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const settings = createSettingsService({ platform, catalogue, published })
    app.get(path, { schema: { tags, params: ModuleParams, response: { 200: SettingsAnswer } }, config: { access: 'user' } }, async (request) => settings.get(tenantOf(request), request.params.module_id))
    app.put(path, { schema: { tags, params: ModuleParams, body: SettingsBody, response: { 200: SettingsAnswer } }, config: { access: 'admin' } }, (request) =>
      settings.put(tenantOf(request), request.params.module_id, request.body),
    )
    app.get(`${path}/diff`, { schema: { tags, params: ModuleParams, querystring: SettingsDiffQuery, response: { 200: SettingsDiff } }, config: { access: 'user' } }, (request) =>
      settings.diff(tenantOf(request), request.params.module_id, request.query.version),
    )
  }

function tenantOf({ site }: FastifyRequest) {
  if (site?.kind !== 'tenant') throw requestErrors.ROUTE_NOT_FOUND()
  return site.tenant
}
