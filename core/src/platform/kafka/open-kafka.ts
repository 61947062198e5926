import type { KafkaSettings } from '../../config/kafka-settings.js'
import type { BrokerView } from '../events/broker-view.js'
import type { EventFigures } from '../events/event-figures.js'
import type { OpenTransport } from '../events/transport.js'
import type { Platform } from '../platform.js'
import { createAsker } from './asker.js'
import { createKafka } from './client.js'
import type { Subscriptions } from './groups.js'
import { kafkaView } from './kafka-view.js'
import { kafkaTransport } from './transport.js'

export interface OpenKafkaDeps {
  platform: Pick<Platform, 'bus' | 'database' | 'engines' | 'logs'>
  settings: KafkaSettings
  figures: EventFigures
  subscriptions: Subscriptions
  published(): readonly string[]
}

/** Kafka as the carrier of events. Nothing connects yet, and brokers that are away keep no host from starting. */
export function openKafka({ platform, settings, figures, subscriptions, published }: OpenKafkaDeps): { transport: OpenTransport; view: BrokerView } {
  const { bus, database, engines, logs } = platform
  const kafka = createKafka(settings, logs.logger('events-service', 'kafka'))
  const asker = createAsker(kafka)
  return {
    transport: kafkaTransport({
      kafka,
      asker,
      settings,
      engines,
      subscriptions,
      onChange: (listener) => bus.on(({ kind }) => void (kind === 'catalogue' && listener())),
      isDatabaseUp: () => database.isUp(),
    }),
    view: kafkaView({ asker, figures, subscriptions, published }),
  }
}
