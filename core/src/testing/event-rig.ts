import { Transaction } from '@innoerp/sdk/server'
import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { Message } from 'kafkajs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { allMigrations } from '../app.js'
import { loadConfig } from '../config/config.js'
import type { KafkaSettings } from '../config/kafka-settings.js'
import { channelName, openBus } from '../platform/bus.js'
import { notifyChannel } from '../platform/database/notify-channel.js'
import { openDatabase } from '../platform/database/database.js'
import { createEngineHealth } from '../platform/engine-health.js'
import { outboxStatement } from '../platform/events/core-events.js'
import { createRelay, type Relay } from '../platform/events/relay.js'
import { LogFiles } from '../platform/logging/log-files.js'
import { createTestDatabase, startTestServer } from './database-server.js'

const TOPIC = 'bench.happened'
const CONSUMER = 'bench'
const ORGANIZATION = '0193a8f0-0000-7000-8000-000000000001'
const SECRET = 'the secret of a bench'
/** Of fifty organizations, with as much in each event as one of a project has. */
const FILL = `insert into platform.outbox (event_id, topic, version, organization_id, aggregate_id, aggregate_version, data)
  select gen_random_uuid(), $1, 1, ('0193a8f0-0000-7000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid, gen_random_uuid(), 1,
    jsonb_build_object('project_id', gen_random_uuid(), 'name', 'Project ' || n, 'code', 'P' || n, 'status', 'active', 'description', 'What there is to say about project ' || n)
  from generate_series(1, $2::int) n`

/** Outbox, relay and Kafka without the host around them, for measurements. */
export interface EventRig {
  fill(events: number): Promise<void>
  /** Starts the relay where it does not run, and waits until nothing is left in the outbox. */
  drain(): Promise<void>
  /** What left the outbox since the last call, as it stands on the wire. */
  left(): Message[]
  /** Takes events from the broker from now on; milliseconds from each commit of `publish` until its consumer was called. */
  consume(): Promise<number[]>
  /** One event in a transaction of its own. */
  publish(): Promise<void>
  close(): Promise<void>
}

async function openStores(settings: KafkaSettings) {
  // Tests of everything else load this file too, and have no use for the client.
  const { openKafka } = await import('../platform/kafka/open-kafka.js')
  const home = await mkdtemp(path.join(tmpdir(), 'innoerp-event-rig-'))
  const server = await startTestServer()
  const { url } = await createTestDatabase(server)
  const database = await openDatabase(loadConfig({ DATABASE_URL: url }, { home }), { secretKey: SECRET, migrations: await allMigrations() })
  const platform = { database, bus: await openBus([notifyChannel(database, channelName(SECRET))]), logs: new LogFiles({ home, debug: false }), engines: createEngineHealth() }
  const close = async (): Promise<void> => {
    await platform.bus.close()
    await database.close()
    await platform.logs.close()
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
  const relay = (consumed?: (data: Record<string, unknown>) => void): Relay => {
    const figures = { waiting: async () => [], effects: async () => [] }
    const subscriptions = () => new Map(consumed ? [[CONSUMER, [TOPIC]]] : [])
    const { transport } = openKafka({ platform, settings, figures, subscriptions, published: () => [TOPIC] })
    return createRelay({ platform, deliveriesOf: ({ data }) => [{ consumer: CONSUMER, run: async () => consumed?.(data) }], transport })
  }
  return { database, relay, close }
}

/** @param brokers as `host:port` */
export async function openEventRig(brokers: string): Promise<EventRig> {
  const { database, relay: open, close } = await openStores({ brokers: [brokers], isTls: false, login: undefined, replication: 1 })
  const { messageOf } = await import('../platform/kafka/wire.js')
  const owner = await database.connectAsOwner()
  const publishedAt = new Map<unknown, number>()
  const left: EventEnvelope[] = []
  let relay: Relay | undefined
  const start = async (next: Relay): Promise<void> => {
    await relay?.stop()
    relay = next
    next.onDelivered((event) => void left.push(event))
    await next.start()
  }
  return {
    fill: async (events) => void (await owner.query(FILL, [TOPIC, events])),
    drain: async () => {
      if (!relay) await start(open())
      relay?.wake()
      for (;;) {
        const { rows } = await owner.query<{ some: boolean }>('select exists (select 1 from platform.outbox) as some')
        if (!rows[0]?.some) return
        await sleep(2)
      }
    },
    left: () => left.splice(0).map(messageOf),
    consume: async () => {
      const taken: number[] = []
      await start(open(({ n }) => void (publishedAt.has(n) && taken.push(performance.now() - (publishedAt.get(n) ?? 0)))))
      return taken
    },
    publish: async () => {
      const n = publishedAt.size
      const transaction = new Transaction(database.pool, { role: database.roles.app, organizationId: ORGANIZATION })
      await transaction.run([outboxStatement({ topic: TOPIC, version: 1, organization_id: ORGANIZATION, data: { n } })])
      await transaction.commit()
      publishedAt.set(n, performance.now())
      relay?.wake()
    },
    close: async () => {
      await relay?.stop()
      await owner.end()
      await close()
    },
  }
}
