import type { Admin } from 'kafkajs'
import type { BrokerView, Figures } from '../events/broker-view.js'
import { sumOf, type EventFigures } from '../events/event-figures.js'
import type { Asker } from './asker.js'
import type { Subscriptions } from './groups.js'
import { deadTopicOf } from './topics.js'
import { groupOf } from './transport.js'

const MESSAGE = 'Events go through the outbox to Kafka, and from there to a consumer group for each module.'

export interface KafkaViewDeps {
  asker: Asker
  figures: EventFigures
  subscriptions: Subscriptions
  /** Topics that the host and its modules publish to. */
  published(): readonly string[]
}
interface Lag {
  topic: string
  partition: number
  committed: number
  end: number
  lag: number
}

/** Figures of the brokers themselves, of topics and groups of ours alone: others may use the same brokers. */
export function kafkaView({ asker: { ask }, figures, subscriptions, published }: KafkaViewDeps): BrokerView {
  const ours = (): Set<string> => new Set([...published(), ...[...subscriptions().values()].flat()].flatMap((topic) => [topic, deadTopicOf(topic)]))
  const waitingOf = async (): Promise<Map<string, { waiting: number; oldest: string | null }>> =>
    new Map((await figures.waiting()).map(({ name, waiting, oldest }) => [name, { waiting, oldest }]))
  return {
    engine: 'kafka',
    isConfigured: true,
    message: MESSAGE,
    info: () =>
      ask(async (admin) => {
        const { brokers, controller, clusterId } = await admin.describeCluster()
        const waiting = sumOf(await figures.waiting())
        return brokers.map(({ nodeId, host, port }) => ({ broker: nodeId, address: `${host}:${port}`, is_controller: nodeId === controller, cluster_id: clusterId, waiting }))
      }),
    topics: () =>
      ask(async (admin) => {
        const there = (await admin.listTopics()).filter((name) => ours().has(name)).sort()
        const waiting = await waitingOf()
        const rows = await Promise.all(there.map(async (name) => ({ ...summaryOf(name, await partitionsOf(admin, name)), ...(waiting.get(name) ?? NOTHING_WAITS) })))
        const unmade = [...waiting].filter(([name]) => !there.includes(name)).map(([name, one]) => ({ ...summaryOf(name, []), ...one }))
        return [...rows, ...unmade]
      }),
    topic: async (name) => (ours().has(name) ? ask(async (admin) => ((await admin.listTopics()).includes(name) ? partitionsOf(admin, name) : undefined)) : undefined),
    groups: () =>
      ask(async (admin) => {
        const effects = new Map((await figures.effects()).map((one) => [one.consumer, one]))
        const consumers = [...subscriptions()]
        const { groups } = await admin.describeGroups(consumers.map(([id]) => groupOf(id)))
        return Promise.all(
          consumers.map(async ([id, topics]) => {
            const group = groups.find(({ groupId }) => groupId === groupOf(id))
            const { effects: done = 0, last_effect_at = null, dead_letters = 0 } = effects.get(id) ?? {}
            const lag = (await lagOf(admin, { groupId: groupOf(id), topics })).reduce((sum, one) => sum + one.lag, 0)
            return { group_id: groupOf(id), state: group?.state ?? 'Unknown', members: group?.members.length ?? 0, lag, effects: done, last_effect_at, dead_letters }
          }),
        )
      }),
    lag: async (group) => {
      const [, topics] = [...subscriptions()].find(([id]) => groupOf(id) === group) ?? []
      return topics && ask(async (admin) => (await lagOf(admin, { groupId: group, topics })).map((one) => ({ ...one })))
    },
  }
}

const NOTHING_WAITS = { waiting: 0, oldest: null }

async function partitionsOf(admin: Admin, name: string): Promise<Figures> {
  const [{ topics }, offsets] = await Promise.all([admin.fetchTopicMetadata({ topics: [name] }), admin.fetchTopicOffsets(name)])
  return (topics[0]?.partitions ?? [])
    .map(({ partitionId, leader, replicas, isr }) => {
      const { low = '0', high = '0' } = offsets.find(({ partition }) => partition === partitionId) ?? {}
      return { partition: partitionId, leader, replicas: replicas.length, in_sync: isr.length, first_offset: Number(low), end_offset: Number(high) }
    })
    .sort((a, b) => a.partition - b.partition)
}

function summaryOf(name: string, partitions: Figures): Figures[number] {
  const kept = partitions.reduce((sum, one) => sum + Number(one.end_offset) - Number(one.first_offset), 0)
  const isWell = partitions.every((one) => one.in_sync === one.replicas)
  return { name, partitions: partitions.length, replicas: partitions[0]?.replicas ?? 0, messages: kept, in_sync: isWell }
}

/** What a group has not taken yet, partition by partition; where it has committed nothing, all that is kept. */
async function lagOf(admin: Admin, { groupId, topics }: { groupId: string; topics: readonly string[] }): Promise<Lag[]> {
  const all = new Set(await admin.listTopics())
  const there = topics.filter((topic) => all.has(topic))
  if (there.length === 0) return []
  const committed = await admin.fetchOffsets({ groupId, topics: there })
  const lags = await Promise.all(
    there.map(async (topic) => {
      const own = committed.find((one) => one.topic === topic)?.partitions ?? []
      return (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => {
        const offset = Number(own.find((one) => one.partition === partition)?.offset ?? -1)
        const from = offset < 0 ? Number(low) : offset
        return { topic, partition, committed: from, end: Number(high), lag: Math.max(0, Number(high) - from) }
      })
    }),
  )
  return lags.flat().sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition)
}
