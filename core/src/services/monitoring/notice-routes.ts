import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'
import { readPage } from '../../platform/database/paged.js'
import { both, config, tags } from './paths.js'
import { AlertRow, IdParams, MailRow, PlainQuery } from './schemas.js'

const contains = (column: string) => (value: string) => `${column} ilike '%' || replace(replace(replace(${value}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`

/** Mails on their way or waiting to be read here, and alerts. */
export const noticeRoutes =
  ({ database, audit }: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const path of both('mail')) {
      app.get(path, { config, schema: { tags, summary: 'The mail outbox, newest first', querystring: PlainQuery, response: { 200: Page(MailRow) } } }, async (request) => {
        const { search } = request.query
        const where = [{ value: search || undefined, sql: contains(`concat_ws(' ', recipient, subject, state)`) }]
        const select = `id, organization_id, recipient as "to", subject, text, coalesce(html, '') as html, state, attempts, error, created_at, sent_at`
        return readPage({ db: database.core, scope: 'platform' }, { select, from: 'platform.mail_outbox', where, order: 'created_at desc, id desc' }, request.query)
      })
    }
    for (const path of both('alerts')) {
      app.get(path, { config, schema: { tags, summary: 'Alerts, the latest first', querystring: PlainQuery, response: { 200: Page(AlertRow) } } }, async (request) => {
        const where = [{ value: request.query.search || undefined, sql: contains(`concat_ws(' ', kind, subject, message)`) }]
        const select = 'id, kind, subject, severity, organization_id, message, count, first_at, last_at, acknowledged_at'
        return readPage({ db: database.core, scope: 'platform' }, { select, from: 'platform.alerts', where, order: 'last_at desc, id desc' }, request.query)
      })
      app.post(`${path}/:id/acknowledge`, { config, schema: { tags, summary: 'Note that somebody looks after it', params: IdParams, response: { 204: Type.Null() } } }, async (request, reply) => {
        const ctx = serviceContext(request)
        const { id } = request.params
        await database.core.transaction('platform', async (tx) => {
          const done = await database.core.run(tx, 'update platform.alerts set acknowledged_at = now(), acknowledged_by = $2 where id = $1 returning 1', [id, ctx.caller.id])
          if (done.length === 0) throw monitoringErrors.ALERT_NOT_FOUND()
          await audit.append(tx, { ...auditFrom(ctx), action: 'alert.acknowledged', target: { type: 'alert', id } })
        })
        return reply.code(204).send(null)
      })
    }
  }
