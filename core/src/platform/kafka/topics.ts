import type { ITopicConfig } from 'kafkajs'
import type { Asker } from './asker.js'

const PARTITIONS = 6
const DAY_MS = 86_400_000
const RETENTION_MS = 7 * DAY_MS
const DEAD_RETENTION_MS = 30 * DAY_MS
/** Bytes; what one event may weigh, and one batch of them. */
export const MAX_MESSAGE = 4 * 1024 * 1024
const DLQ = '.dlq'

/** Where events of a topic go that a consumer has given up. */
export const deadTopicOf = (topic: string): string => `${topic}${DLQ}`
export const isDeadTopic = (topic: string): boolean => topic.endsWith(DLQ)

/** Settings of a topic that the host creates; one that is there already keeps its own. */
export function topicOf(topic: string, replication: number): ITopicConfig {
  const isDead = isDeadTopic(topic)
  const settings = {
    'cleanup.policy': 'delete',
    'retention.ms': String(isDead ? DEAD_RETENTION_MS : RETENTION_MS),
    'min.insync.replicas': String(replication >= 3 ? 2 : 1),
    'max.message.bytes': String(MAX_MESSAGE),
  }
  return { topic, numPartitions: isDead ? 1 : PARTITIONS, replicationFactor: replication, configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })) }
}

/** Topics that are known to be there: each is made when it is first needed. */
export interface Topics {
  ensure(names: readonly string[]): Promise<void>
  /** Something failed: perhaps a topic is there no more. */
  forget(): void
}

export function createTopics({ ask }: Asker, replication: number): Topics {
  const known = new Set<string>()
  return {
    ensure: async (names) => {
      if (names.every((name) => known.has(name))) return
      await ask(async (admin) => {
        const there = new Set(await admin.listTopics())
        const missing = names.filter((name) => !there.has(name))
        // Another instance may make the same one meanwhile: that is no error.
        if (missing.length > 0) await admin.createTopics({ topics: missing.map((name) => topicOf(name, replication)), waitForLeaders: true })
        for (const name of [...there, ...missing]) known.add(name)
      })
    },
    forget: () => known.clear(),
  }
}
