import type { BrokerView } from './broker-view.js'
import { sumOf, type EventFigures } from './event-figures.js'

const MESSAGE = 'No broker is configured: events go through the outbox in the database and are delivered in-process.'

/** Without a broker the outbox is the only queue: what waits there is the lag of all that consume it. */
export const inProcessView = (figures: EventFigures, subscriptions: () => ReadonlyMap<string, readonly string[]>): BrokerView => ({
  engine: 'in-process',
  isConfigured: false,
  message: MESSAGE,
  info: async () => [{ waiting: sumOf(await figures.waiting()) }],
  topics: async () => (await figures.waiting()).map((one) => ({ ...one })),
  topic: async (name) => (await figures.waiting()).filter((one) => one.name === name).map((one) => ({ ...one })),
  groups: async () => (await figures.effects()).map(({ consumer, ...effects }) => ({ group_id: consumer, ...effects })),
  lag: async (group) => {
    const topics = subscriptions().get(group)
    return topics && (await figures.waiting()).filter(({ name }) => topics.includes(name)).map(({ name, waiting }) => ({ topic: name, lag: waiting }))
  },
})
