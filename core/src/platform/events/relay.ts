import type { EventEnvelope } from '@innoerp/sdk/contract'
import { bind, runBatch, scopeStatement, type Row, type Statement } from '@innoerp/sdk/server'
import type pg from 'pg'
import type { Platform } from '../platform.js'

/** An event on its way out. */
export interface OutboxEvent {
  id: number
  event_id: string
  topic: string
  version: number
  organization_id: string
  user_id: string | null
  aggregate_id: string | null
  aggregate_version: number | null
  data: Record<string, unknown>
  attempts: number
  created_at: string
}
/** Takes an event to one consumer; the record of it and its effect are one transaction. */
export interface Delivery {
  consumer: string
  run(): Promise<void>
}
export interface RelayDeps {
  platform: Pick<Platform, 'database' | 'bus' | 'logs'>
  /** Who is to get an event, in the version that its organization runs now. */
  deliveriesOf(event: OutboxEvent): Delivery[]
}
export interface Relay {
  start(): Promise<void>
  /** Says that there is something to send; cheap, called after every commit that published. */
  wake(): void
  /** Sees every event that has been delivered to all its consumers. */
  onDelivered(listener: (event: EventEnvelope) => void): void
  /** Delivers a dead letter once more; its consumer still records it once. */
  replay(letter: { event_id: string; consumer: string }): Promise<void>
  stop(): Promise<void>
}

export const MAX_ATTEMPTS = 5
const BATCH = 500
const POLL_MS = 1_000
const WAKE_MS = 10
const LEADER = 7_301_956

// An event waits while an earlier one of its organization and topic is to be tried again: order holds.
const NEXT = `select id, event_id, topic, version, organization_id, user_id, aggregate_id, aggregate_version, data, attempts, created_at from platform.outbox o
  where not exists (select 1 from platform.outbox b where b.retry_at > now() and b.organization_id = o.organization_id and b.topic = o.topic and b.id <= o.id)
  order by id limit ${BATCH}`
const SENT = 'delete from platform.outbox where id = any($1::bigint[])'
const RETRY = `update platform.outbox set attempts = $2, retry_at = now() + $3 * interval '1 millisecond' where id = $1`
const BURY = `insert into platform.dead_letters (event_id, consumer, topic, version, organization_id, user_id, data, occurred_at, attempts, error)
  select event_id, $2, topic, version, organization_id, user_id, data, created_at, $3, $4 from platform.outbox where id = $1 on conflict do nothing`
const LETTER = `select 0 as id, event_id, topic, version, organization_id, user_id, null as aggregate_id, null as aggregate_version, data, attempts, occurred_at as created_at
  from platform.dead_letters where event_id = $1 and consumer = $2`
const UNBURY = 'delete from platform.dead_letters where event_id = $1 and consumer = $2'

/** An event as consumers on any transport see it (facts §3). */
export const envelopeOf = (event: OutboxEvent): EventEnvelope => ({
  event_id: event.event_id,
  event_type: event.topic,
  timestamp: event.created_at,
  organization_id: event.organization_id,
  ...(event.user_id && { user_id: event.user_id }),
  ...(event.aggregate_id && { aggregate_id: event.aggregate_id }),
  ...(event.aggregate_version !== null && { aggregate_version: event.aggregate_version }),
  data: event.data,
  version: event.version,
})

/** Carries events from the outbox to consumers in this process: in order per organization within a topic, one relay at a time. */
export function createRelay({ platform, deliveriesOf }: RelayDeps): Relay {
  const { database, bus, logs } = platform
  const log = logs.logger('events-service', 'relay')
  const listeners: ((event: EventEnvelope) => void)[] = []
  let leader: pg.Client | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let poll: NodeJS.Timeout | undefined
  let nudge: NodeJS.Timeout | undefined

  const run = async (...statements: Statement[]): Promise<Row[]> => {
    const results = await runBatch(database.pool, { statements: [scopeStatement({ role: database.roles.relay }), ...statements], hidden: 1 })
    return results[0]?.rows ?? []
  }

  /** True when every consumer has it, or has given it up. */
  const deliver = async (event: OutboxEvent): Promise<boolean> => {
    for (const { consumer, run: effect } of deliveriesOf(event)) {
      try {
        await effect()
      } catch (error) {
        const attempts = event.attempts + 1
        const reason = error instanceof Error ? error.message : String(error)
        log.warn({ action: 'deliver', event_id: event.event_id, consumer, attempts, error: reason }, `Consumer ${consumer} failed`)
        if (attempts < MAX_ATTEMPTS) {
          await run(bind(RETRY, [event.id, attempts, 50 * 2 ** attempts]))
          return false
        }
        await run(bind(BURY, [event.id, consumer, attempts, reason.slice(0, 2_000)]))
      }
    }
    for (const listener of listeners) listener(envelopeOf(event))
    return true
  }

  const drain = async (): Promise<void> => {
    for (;;) {
      again = false
      const events = (await run(bind(NEXT, []))) as unknown as OutboxEvent[]
      const sent: number[] = []
      const held = new Set<string>()
      for (const event of events) {
        const line = `${event.organization_id} ${event.topic}`
        if (stopped || held.has(line)) continue
        if (await deliver(event)) sent.push(event.id)
        else held.add(line)
      }
      if (sent.length > 0) await run(bind(SENT, [sent]))
      if (stopped || (events.length < BATCH && !again)) return
    }
  }

  const work = async (): Promise<void> => {
    if (!leader) {
      const client = await database.connectAsOwner()
      const { rows } = await client.query<{ won: boolean }>(`select pg_try_advisory_lock(${LEADER}) as won`)
      if (!rows[0]?.won) return client.end()
      client.on('end', () => (leader = undefined))
      leader = client
    }
    await drain()
  }
  const kick = (): void => {
    again = true
    if (stopped || running) return
    running = work()
      .catch((error: unknown) => log.error({ action: 'relay', err: error }, 'The relay failed; it tries again'))
      .finally(() => (running = undefined))
  }

  return {
    start: async () => {
      bus.on((change) => {
        if (change.kind === 'outbox') kick()
      })
      poll = setInterval(kick, POLL_MS)
      poll.unref()
      kick()
    },
    wake: () => {
      nudge ??= setTimeout(() => {
        nudge = undefined
        if (!stopped) void bus.announce({ kind: 'outbox' })
      }, WAKE_MS)
    },
    onDelivered: (listener) => void listeners.push(listener),
    replay: async ({ event_id, consumer }) => {
      const [event] = (await run(bind(LETTER, [event_id, consumer]))) as unknown as OutboxEvent[]
      if (!event) return
      await deliveriesOf(event).find((delivery) => delivery.consumer === consumer)?.run()
      await run(bind(UNBURY, [event_id, consumer]))
    },
    stop: async () => {
      stopped = true
      clearInterval(poll)
      clearTimeout(nudge)
      await running
      await leader?.end()
      leader = undefined
    },
  }
}
