import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import { PlatformSettings } from '../../config/platform-settings.js'
import type { Platform } from '../../platform/platform.js'

const tags = ['platform']
const config = { access: 'super-admin' } as const
const path = '/api/v1/platform/settings'
const Answer = Type.Required(PlatformSettings)

/** What super admins set for the whole platform. */
export const settingsRoutes =
  ({ database, bus, audit, settings }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(path, { config, schema: { tags, response: { 200: Answer } } }, async () => settings.current())
    app.put(path, { config, schema: { tags, summary: 'Change the given ones', body: PlatformSettings, response: { 200: Answer } } }, async (request) => {
      const ctx = serviceContext(request)
      await database.core.transaction('platform', async (tx) => {
        await settings.save(tx, request.body)
        await audit.append(tx, { ...auditFrom(ctx), action: 'platform_settings.changed', data: { ...request.body } })
      })
      await settings.load()
      await bus.announce({ kind: 'platform-settings' })
      return settings.current()
    })
  }
