import { bind, scopeStatement, type Row, type Statement } from '@innoerp/sdk/server'
import type { Database } from '../database/database.js'

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
/** A dead letter: an event that one consumer has given up. */
export interface LetterKey {
  event_id: string
  consumer: string
}

/** Who gave an event up, after how many tries, and why. */
export interface GivenUp {
  consumer: string
  attempts: number
  error: string
}

export const BATCH = 500

// An event waits while an earlier one of its organization and topic is to be tried again: order holds.
const NEXT = `select id, event_id, topic, version, organization_id, user_id, aggregate_id, aggregate_version, data, attempts, created_at from platform.outbox o
  where id <> all($1::bigint[]) and not exists (select 1 from platform.outbox b where b.retry_at > now() and b.organization_id = o.organization_id and b.topic = o.topic and b.id <= o.id)
  order by id limit ${BATCH}`
// A server that dies and forgets this costs a second sending, which has no second effect; so nobody waits for the disk.
const UNHURRIED = bind(`select set_config('synchronous_commit', 'off', true)`, [])
const SENT = 'delete from platform.outbox where id = any($1::bigint[])'
const RETRY = `update platform.outbox set attempts = $2, retry_at = now() + $3 * interval '1 millisecond' where id = $1`
const BURY = `insert into platform.dead_letters (event_id, consumer, topic, version, organization_id, user_id, data, occurred_at, attempts, error)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`
const LETTER = `select 0 as id, event_id, topic, version, organization_id, user_id, null as aggregate_id, null as aggregate_version, data, attempts, occurred_at as created_at
  from platform.dead_letters where event_id = $1 and consumer = $2`
const UNBURY = 'delete from platform.dead_letters where event_id = $1 and consumer = $2'

export type Outbox = ReturnType<typeof openOutbox>

/** The outbox of all organizations, as the relay's role sees it. */
export function openOutbox({ pool, roles }: Pick<Database, 'pool' | 'roles'>) {
  const run = async (statement: Statement): Promise<Row[]> => {
    const results = await pool.submit({ statements: [scopeStatement({ role: roles.relay }), statement], hidden: 1 })
    return results[0]?.rows ?? []
  }
  return {
    /** What is to be sent next, but for what is on its way already. */
    next: async (underWay: readonly number[] = []) => (await run(bind(NEXT, [underWay]))) as unknown as OutboxEvent[],
    sent: async (ids: readonly number[]) => void (await pool.submit({ statements: [scopeStatement({ role: roles.relay }), UNHURRIED, bind(SENT, [ids])], hidden: 1 })),
    retry: (event: OutboxEvent, { attempts, afterMs }: { attempts: number; afterMs: number }) => run(bind(RETRY, [event.id, attempts, afterMs])),
    bury: ({ event_id, topic, version, organization_id, user_id, data, created_at }: OutboxEvent, { consumer, attempts, error }: GivenUp) =>
      run(bind(BURY, [event_id, consumer, topic, version, organization_id, user_id, JSON.stringify(data), created_at, attempts, error.slice(0, 2_000)])),
    letter: async ({ event_id, consumer }: LetterKey) => ((await run(bind(LETTER, [event_id, consumer]))) as unknown as OutboxEvent[])[0],
    unbury: ({ event_id, consumer }: LetterKey) => run(bind(UNBURY, [event_id, consumer])),
  }
}
