import { platformEvents } from '@innoerp/sdk/contract'
import type { ModuleCatalogue } from '../modules/catalogue/catalogue.js'
import { subscriptionsOf } from '../modules/subscriptions.js'
import { createRelayDb } from '../platform/database/relay-db.js'
import type { BrokerView } from '../platform/events/broker-view.js'
import { createEventFigures } from '../platform/events/event-figures.js'
import { inProcess } from '../platform/events/in-process.js'
import { inProcessView } from '../platform/events/in-process-view.js'
import type { OpenTransport } from '../platform/events/transport.js'
import type { Platform } from '../platform/platform.js'

/** What carries events from the outbox to their consumers, and what can be seen of it. */
export interface EventCarrier {
  transport: OpenTransport
  view: BrokerView
}

/** Kafka where it is configured, else this process itself. */
export async function openEventCarrier(platform: Platform, catalogue: ModuleCatalogue): Promise<EventCarrier> {
  const figures = createEventFigures(createRelayDb(platform.database))
  const subscriptions = () => subscriptionsOf(catalogue)
  const { kafka: settings } = platform.config
  if (!settings) return { transport: inProcess, view: inProcessView(figures, subscriptions) }
  const published = () => [...Object.keys(platformEvents), ...catalogue.activeVersions().flatMap(({ manifest }) => manifest.events?.publishes ?? [])]
  const { openKafka } = await import('../platform/kafka/open-kafka.js')
  return openKafka({ platform, settings, figures, subscriptions, published })
}
