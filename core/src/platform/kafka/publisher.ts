import type { Kafka, Producer, TopicMessages } from 'kafkajs'
import type { Topics } from './topics.js'
import { within } from './within.js'

const IN_SYNC = -1
/** Connecting and sending together. */
export const SEND_MS = 10_000

/** Sends messages so that they are kept: idempotent, acknowledged by all replicas in sync. */
export interface Publisher {
  /**
   * Resolves once the brokers have all of it. After a failure nobody knows what they have: send it again.
   * @throws after ten seconds at most; the client behind it is made anew then
   */
  send(batch: TopicMessages[]): Promise<void>
  close(): Promise<void>
}

export function createPublisher({ kafka, topics }: { kafka: Kafka; topics: Topics }): Publisher {
  let current: { producer: Producer; connected: Promise<void> } | undefined
  const open = () => {
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false })
    return { producer, connected: producer.connect() }
  }
  return {
    send: async (batch) => {
      current ??= open()
      const client = current
      const work = async (): Promise<void> => {
        await client.connected
        await topics.ensure(batch.map(({ topic }) => topic))
        await client.producer.sendBatch({ acks: IN_SYNC, topicMessages: batch })
      }
      try {
        await within(SEND_MS, work())
      } catch (error) {
        if (current === client) current = undefined
        topics.forget()
        // Not awaited: a client that met a silent broker never answers again, to this neither.
        client.producer.disconnect().catch(() => {})
        throw error
      }
    },
    close: async () => {
      if (current) await within(SEND_MS, current.producer.disconnect()).catch(() => {})
    },
  }
}
