import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listOf, ListQuery, Nullable, OneOf, Page, Timestamp, Type, Uuid, type Static } from '@innoerp/sdk/contract'
import { listRows } from '../../platform/database/core-list.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { scopeOf, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'

/** A job of a module: `failed` was given up, `queued` with an error is tried again at `run_at`. */
const Job = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  module_id: Type.String(),
  name: Type.String(),
  state: OneOf(['queued', 'running', 'succeeded', 'failed']),
  attempts: Type.Integer(),
  max_attempts: Type.Integer(),
  error: Nullable(Type.String()),
  payload_version: Type.String({ description: 'The version of the module that left it' }),
  module_version: Nullable(Type.String({ description: 'The version of the module that ran it' })),
  run_at: Timestamp,
  created_at: Timestamp,
  started_at: Nullable(Timestamp),
  finished_at: Nullable(Timestamp),
})
const spec = listOf(Job, { sort: ['created_at', 'run_at'], search: ['name', 'module_id', 'error'], filter: ['state', 'module_id', 'name', 'organization_id'] })

/** Jobs of the last days, newest first: an organization's to its administrators, everybody's to super admins. */
export const jobRoutes = ({ platform }: { platform: Platform }): FastifyPluginAsyncTypebox => async (app) => {
  app.get(
    '/api/v1/jobs',
    { config: { access: 'signed-in' }, schema: { tags: ['jobs'], summary: 'Jobs of modules', querystring: ListQuery(spec), response: { 200: Page(Job) } } },
    (request) => {
      const ctx = serviceContext(request)
      if (!ctx.caller.is_superuser && ctx.caller.user_type !== 'admin') throw requestErrors.FORBIDDEN({ values: { permission: 'administration' } })
      return listRows<Static<typeof Job>>({ db: platform.database.core, scope: scopeOf(ctx) }, { spec, from: 'platform.jobs j', alias: 'j' }, { sort: '-created_at', ...request.query })
    },
  )
}
