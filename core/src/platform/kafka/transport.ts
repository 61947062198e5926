import type { Kafka } from 'kafkajs'
import type { KafkaSettings } from '../../config/kafka-settings.js'
import type { EngineHealth } from '../engine-health.js'
import type { OpenTransport, TransportParts } from '../events/transport.js'
import type { Asker } from './asker.js'
import { startGroup } from './group.js'
import { createGroups, type Groups, type Subscriptions } from './groups.js'
import { watchBrokers } from './probe.js'
import { createPublisher } from './publisher.js'
import { createSender } from './sender.js'
import { createTaker } from './taker.js'
import { createTopics } from './topics.js'

const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 8_000

export interface KafkaTransportDeps {
  kafka: Kafka
  asker: Asker
  settings: Pick<KafkaSettings, 'replication'>
  engines: EngineHealth
  subscriptions: Subscriptions
  /** Calls back whenever subscriptions may have changed. */
  onChange(listener: () => void): void
  isDatabaseUp(): Promise<boolean>
}

/** The group of a module's consumers; a module has one, whatever the versions of it that run (DECISIONS 18). */
export const groupOf = (moduleId: string): string => `innoerp.${moduleId}`

/** Events through Kafka: the relay sends what is in the outbox, a group for each module takes it from there. */
export const kafkaTransport =
  ({ kafka, asker, settings, engines, subscriptions, onChange, isDatabaseUp }: KafkaTransportDeps): OpenTransport =>
  (parts) => {
    const { log } = parts
    const topics = createTopics(asker, settings.replication)
    const publisher = createPublisher({ kafka, topics })
    const take = createTaker({ ...parts, publisher, isDatabaseUp })
    const groups: Groups = createGroups({
      subscriptions,
      log,
      start: (consumer, names) => startGroup(groupOf(consumer), names, { kafka, topics, log, take: (payload, isRunning) => take(consumer, payload, isRunning) }),
    })
    let stopWatching = (): void => {}
    return {
      start: () => {
        stopWatching = watchBrokers(asker, engines)
        onChange(() => groups.sync())
        groups.sync()
      },
      drain: patiently(createSender(parts, publisher), log),
      stop: async () => {
        stopWatching()
        await groups.stop()
        await Promise.all([publisher.close(), asker.close()])
      },
    }
  }

/** While brokers are away the outbox keeps it all, and whoever wakes the relay need not wait for the same failure again. */
function patiently(send: () => Promise<void>, log: TransportParts['log']): () => Promise<boolean> {
  let nextAt = 0
  let pauseMs = FIRST_PAUSE_MS
  return async () => {
    if (performance.now() < nextAt) return true
    try {
      await send()
      pauseMs = FIRST_PAUSE_MS
    } catch (error) {
      nextAt = performance.now() + pauseMs
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)
      log.warn({ action: 'send', err: error }, 'Events could not be sent; they wait in the outbox')
    }
    return true
  }
}
