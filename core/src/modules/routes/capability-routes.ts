import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { capabilityWords } from '@innoerp/sdk/contract'
import type { CatalogueModule } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { CapabilitiesAnswer, CapabilitiesBody, ModuleParams } from './schemas.js'

const tags = ['module-registry']
const path = '/api/v1/module-registry/:module_id/capabilities'

/** What a module asks to use beyond its own tables, and what it may. */
export const capabilityRoutes =
  ({ platform, modules: { catalogue, rows } }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const moduleOf = (module_id: string): CatalogueModule => {
      const module = catalogue.module(module_id)
      if (!module) throw moduleErrors.NOT_FOUND({ values: { module_id } })
      return module
    }
    const answer = (module: CatalogueModule) => ({ requested: requestedBy(module), granted: [...module.granted].sort() })
    app.get(path, { schema: { tags, params: ModuleParams, response: { 200: CapabilitiesAnswer } }, config: superAdmin }, async (request) => answer(moduleOf(request.params.module_id)))
    app.put(path, { schema: { tags, params: ModuleParams, body: CapabilitiesBody, response: { 200: CapabilitiesAnswer } }, config: superAdmin }, async (request) => {
      const { module_id } = request.params
      const { granted } = request.body
      const requested = requestedBy(moduleOf(module_id))
      const invented = granted.find((word) => !requested.includes(word))
      if (invented !== undefined) throw moduleErrors.BAD_CAPABILITY({ values: { module_id, capability: invented, requested: requested.join(', ') || 'nothing' } })
      await rows.grant(module_id, granted)
      await platform.bus.announce({ kind: 'catalogue' })
      return answer(moduleOf(module_id))
    })
  }

/** What the versions that are here ask for. */
function requestedBy({ versions }: CatalogueModule): string[] {
  const here = [...versions.values()].filter(({ state }) => state === 'installed' || state === 'active' || state === 'quarantined')
  return [...new Set(here.flatMap(({ manifest }) => capabilityWords(manifest)))].sort()
}
