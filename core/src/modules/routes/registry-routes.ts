import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, type Static } from '@innoerp/sdk/contract'
import { pageOf, ShortListQuery, type ShortList } from '../../platform/http/short-list.js'
import { availableModules, describeModule, listModules, type AvailableRow, type Detail } from '../lifecycle/module-detail.js'
import { organizationsOf } from '../lifecycle/module-organizations.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { VersionKey } from '../lifecycle/lifecycle.js'
import { moduleErrors } from '../module-errors.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { AvailableModule, ChannelsBody, ModuleDetail, ModuleOrganization, ModuleParams, ModulePatch } from './schemas.js'

const tags = ['module-registry']
const available: ShortList<AvailableRow> = {
  text: (row) => `${row.module_id} ${row.module_name} ${row.package}`,
  sort: { module_name: (row) => row.module_name, package: (row) => row.package },
}

const installed: ShortList<Detail> = {
  text: (row) => `${row.module_id} ${row.module_name}`,
  sort: { module_name: (row) => row.module_name, module_id: (row) => row.module_id },
}

const having: ShortList<Static<typeof ModuleOrganization>> = {
  text: (row) => `${row.name} ${row.subdomain}`,
  sort: { name: (row) => row.name, subdomain: (row) => row.subdomain },
}

/** What is installed, in which versions, and what could be. */
export const registryRoutes =
  ({ platform, modules }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { catalogue, rows } = modules
    const changed = () => platform.bus.announce({ kind: 'catalogue' })
    app.get('/api/v1/module-registry', { schema: { tags, querystring: ShortListQuery(Object.keys(installed.sort)), response: { 200: Page(ModuleDetail) } }, config: superAdmin }, async (request) => {
      const all = await listModules(modules)
      return pageOf(request.query.active_only ? all.filter((row) => row.is_active) : all, request.query, installed)
    })
    app.get('/api/v1/module-registry/available', { schema: { tags, querystring: ShortListQuery(Object.keys(available.sort)), response: { 200: Page(AvailableModule) } }, config: superAdmin }, async (request) =>
      pageOf(await availableModules(modules), request.query, available),
    )
    app.get('/api/v1/module-registry/:module_id', { schema: { tags, params: ModuleParams, response: { 200: ModuleDetail } }, config: superAdmin }, (request) => describeModule(modules, request.params.module_id))
    app.get(
      '/api/v1/module-registry/:module_id/organizations',
      { schema: { tags, params: ModuleParams, querystring: ShortListQuery(Object.keys(having.sort)), response: { 200: Page(ModuleOrganization) } }, config: superAdmin },
      async (request) => {
        const { module_id: moduleId } = request.params
        if (!catalogue.module(moduleId)) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
        return pageOf(await organizationsOf({ core: platform.database.core, catalogue }, moduleId), request.query, having)
      },
    )
    app.put('/api/v1/module-registry/:module_id/channels', { schema: { tags, params: ModuleParams, body: ChannelsBody, response: { 200: ModuleDetail } }, config: superAdmin }, async (request) => {
      const { module_id: moduleId } = request.params
      if (!catalogue.module(moduleId)) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
      const wanted = (['stable', 'beta'] as const).flatMap((channel) => (request.body[channel] === undefined ? [] : [[channel, request.body[channel] ?? null] as const]))
      for (const [, version] of wanted) if (version !== null) assertActive(catalogue, { moduleId, version })
      for (const [channel, version] of wanted) await rows.setChannel(moduleId, channel, version)
      await changed()
      return describeModule(modules, moduleId)
    })
    app.patch('/api/v1/module-registry/:module_id', { schema: { tags, summary: 'What a module is called here; null is as its manifest says', params: ModuleParams, body: ModulePatch, response: { 200: ModuleDetail } }, config: superAdmin }, async (request) => {
      const { module_id: moduleId } = request.params
      const module = catalogue.module(moduleId)
      if (!module) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
      const { is_active, ...words } = request.body
      if (is_active !== undefined) await rows.setOpen(moduleId, is_active)
      await rows.setShown(moduleId, withoutNulls({ ...module.shown, ...words }))
      await changed()
      return describeModule(modules, moduleId)
    })
    for (const [verb, isOpen] of [['activate', true], ['deactivate', false]] as const) {
      app.post(`/api/v1/module-registry/:module_id/${verb}`, { schema: { tags, params: ModuleParams, response: { 200: ModuleDetail } }, config: superAdmin }, async (request) => {
        const { module_id } = request.params
        if (!catalogue.module(module_id)) throw moduleErrors.NOT_FOUND({ values: { module_id } })
        await rows.setOpen(module_id, isOpen)
        await changed()
        return describeModule(modules, module_id)
      })
    }
  }

const withoutNulls = <T extends object>(words: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word !== null)) as { [K in keyof T]: Exclude<T[K], null> }

/** @throws MODULE_BAD_RANGE */
function assertActive(catalogue: ModuleCatalogue, { moduleId, version }: VersionKey): void {
  const active = catalogue.module(moduleId)?.active ?? []
  if (!active.includes(version)) throw moduleErrors.BAD_RANGE({ values: { range: version, module_id: moduleId, active: active.join(', ') || 'none' } })
}
