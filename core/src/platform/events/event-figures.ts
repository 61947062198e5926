import type { RelayDb } from '../database/relay-db.js'

const WAITING = `select topic as name, count(*)::int as waiting, min(created_at) as oldest from platform.outbox group by topic order by topic`
const EFFECTS = `select i.consumer, count(*)::int as effects, max(i.done_at) as last_effect_at,
    (select count(*)::int from platform.dead_letters d where d.consumer = i.consumer) as dead_letters from platform.inbox i group by i.consumer order by i.consumer`

/** Events of a topic that wait in the outbox. */
export interface Waiting {
  name: string
  waiting: number
  oldest: string | null
}
/** What a consumer has done, and what it gave up. */
export interface Effects {
  consumer: string
  effects: number
  last_effect_at: string | null
  dead_letters: number
}

/** What the database knows of events, whatever carries them. */
export interface EventFigures {
  waiting(): Promise<Waiting[]>
  effects(): Promise<Effects[]>
}
export const createEventFigures = (db: RelayDb): EventFigures => ({ waiting: () => db.run<Waiting>(WAITING), effects: () => db.run<Effects>(EFFECTS) })

export const sumOf = (waiting: readonly Waiting[]): number => waiting.reduce((sum, one) => sum + one.waiting, 0)
