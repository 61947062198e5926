import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { hostPreflight } from '../preflight/host-preflight.js'
import { preflight } from '../preflight/preflight.js'
import { superAdmin, type ModuleRoutesDeps } from './deps.js'
import { HostPreflightAnswer, HostPreflightBody, InstallBody, ModuleParams, PreflightAnswer, PreflightBody, PurgeBody, Started, VersionParams } from './schemas.js'

const tags = ['module-registry']
const response = { 202: Started }
const VERBS = ['activate', 'deactivate', 'release'] as const

/** Changes to modules. Each is an operation that goes on after the answer. */
export const lifecycleRoutes =
  ({ platform, modules }: ModuleRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { service, catalogue, tenants, published, staging } = modules
    const started = (operation_id: string) => ({ operation_id })
    for (const path of ['/api/v1/module-registry', '/api/v1/module-registry/install']) {
      app.post(path, { schema: { tags, body: InstallBody, response }, config: superAdmin }, async (request, reply) => reply.code(202).send(started(await service.install(request.body, request.caller.id))))
    }
    app.post(
      '/api/v1/module-registry/:module_id/preflight',
      { schema: { tags, params: ModuleParams, body: PreflightBody, response: { 200: PreflightAnswer } }, config: superAdmin },
      (request) => preflight({ database: platform.database, catalogue, tenants, published, staging }, request.params.module_id, request.body),
    )
    app.post(
      '/api/v1/module-registry/preflight',
      { schema: { tags, summary: 'What a new version of the host would not run any more', body: HostPreflightBody, response: { 200: HostPreflightAnswer } }, config: superAdmin },
      async (request) => hostPreflight({ catalogue, tenants }, request.body.sdk_version),
    )
    for (const verb of VERBS) {
      app.post(`/api/v1/module-registry/:module_id/versions/:version/${verb}`, { schema: { tags, params: VersionParams, response }, config: superAdmin }, async (request, reply) => {
        const { module_id: moduleId, version } = request.params
        return reply.code(202).send(started(await service[verb]({ moduleId, version }, request.caller.id)))
      })
    }
    app.delete('/api/v1/module-registry/:module_id/versions/:version', { schema: { tags, params: VersionParams, response }, config: superAdmin }, async (request, reply) => {
      const { module_id: moduleId, version } = request.params
      return reply.code(202).send(started(await service.remove({ moduleId, version }, request.caller.id)))
    })
    app.delete('/api/v1/module-registry/:module_id', { schema: { tags, params: ModuleParams, response }, config: superAdmin }, async (request, reply) =>
      reply.code(202).send(started(await service.uninstall(request.params.module_id, request.caller.id))),
    )
    app.post('/api/v1/module-registry/:module_id/restore', { schema: { tags, params: ModuleParams, response }, config: superAdmin }, async (request, reply) =>
      reply.code(202).send(started(await service.restore(request.params.module_id, request.caller.id))),
    )
    app.post('/api/v1/module-registry/:module_id/purge', { schema: { tags, params: ModuleParams, body: PurgeBody, response }, config: superAdmin }, async (request, reply) =>
      reply.code(202).send(started(await service.purge(request.params.module_id, { confirm: request.body.confirm, by: request.caller.id }))),
    )
  }
