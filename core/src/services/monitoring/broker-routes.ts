import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from '@innoerp/sdk/contract'
import type { BrokerView, Figures } from '../../platform/events/broker-view.js'
import { monitoringErrors } from './errors.js'
import { both, config, tags } from './paths.js'
import { EngineState, GroupParams, TopicParams } from './schemas.js'

/** What carries events: brokers, topics, groups and their lag; where no broker is configured, the outbox. */
export const brokerRoutes =
  (view: BrokerView): FastifyPluginAsyncTypebox =>
  async (app) => {
    const response = { 200: EngineState }
    const answer = async (figures: Promise<Figures | undefined>): Promise<Static<typeof EngineState>> => {
      const items = await figures.catch((error: unknown) => {
        if (!view.isConfigured) throw error
        throw monitoringErrors.BROKERS_AWAY({ retryAfter: 5 })
      })
      if (!items) throw monitoringErrors.NOT_OF_OURS()
      return { configured: view.isConfigured, engine: view.engine, message: view.message, items }
    }
    for (const path of both('kafka/info')) app.get(path, { config, schema: { tags, summary: 'The brokers of events', response } }, () => answer(view.info()))
    for (const path of both('kafka/topics')) app.get(path, { config, schema: { tags, summary: 'Topics of events, and what waits in the outbox', response } }, () => answer(view.topics()))
    for (const path of both('kafka/topics/:name')) {
      app.get(path, { config, schema: { tags, summary: 'Partitions of a topic', params: TopicParams, response } }, (request) => answer(view.topic(request.params.name)))
    }
    for (const path of both('kafka/consumer-groups')) app.get(path, { config, schema: { tags, summary: 'Who takes events, and how far behind', response } }, () => answer(view.groups()))
    for (const path of both('kafka/consumers/:group/lag')) {
      app.get(path, { config, schema: { tags, summary: 'What a group has not taken yet, by partition', params: GroupParams, response } }, (request) => answer(view.lag(request.params.group)))
    }
  }
