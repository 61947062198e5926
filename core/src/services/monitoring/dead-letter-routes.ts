import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Page, Type } from '@innoerp/sdk/contract'
import { createRelayDb } from '../../platform/database/relay-db.js'
import type { Relay } from '../../platform/events/relay.js'
import { auditFrom, serviceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { monitoringErrors } from './errors.js'
import { both, config, tags } from './paths.js'
import { DeadLetterParams, DeadLetterRow, PlainQuery } from './schemas.js'

const LETTERS = `select event_id, consumer, topic, version, organization_id, user_id, occurred_at, attempts, error, died_at, count(*) over ()::int as total
  from platform.dead_letters where $1 = '' or concat_ws(' ', event_id, consumer, topic, error) ilike '%' || replace(replace(replace($1, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
  order by died_at desc, event_id limit $2 offset $3`

/** Events that a consumer has given up, and the way back for them. */
export const deadLetterRoutes =
  ({ platform, relay }: { platform: Platform; relay: Pick<Relay, 'replay'> }): FastifyPluginAsyncTypebox =>
  async (app) => {
    const db = createRelayDb(platform.database)
    const log = platform.logs.logger('monitoring-service', 'events')
    for (const path of both('kafka/dead-letters')) {
      app.get(path, { config, schema: { tags, summary: 'Events that a consumer gave up, the latest first', querystring: PlainQuery, response: { 200: Page(DeadLetterRow) } } }, async (request) => {
        const { search = '', limit = 50, skip = 0 } = request.query
        const rows = await db.run<{ total: number }>(LETTERS, [search, limit, skip])
        return { items: rows.map(({ total: _total, ...row }) => row as never), total: rows[0]?.total ?? 0, skip, limit, next: null }
      })
      const schema = { tags, summary: 'Give an event to its consumer once more; it has one effect, however often it is asked', params: DeadLetterParams, response: { 204: Type.Null() } }
      app.post(`${path}/:event_id/:consumer/replay`, { config, schema }, async (request, reply) => {
        const { event_id, consumer } = request.params
        const done = await relay.replay({ event_id, consumer }).catch((error: unknown) => {
          log.warn({ action: 'replay', event_id, consumer, err: error }, 'A dead letter failed once more')
          throw monitoringErrors.REPLAY_FAILED({ values: { consumer } })
        })
        if (!done) throw monitoringErrors.LETTER_NOT_FOUND()
        await platform.audit.append('platform', { ...auditFrom(serviceContext(request)), action: 'event.replayed', target: { type: 'event', id: event_id }, data: { consumer } })
        return reply.code(204).send(null)
      })
    }
  }
