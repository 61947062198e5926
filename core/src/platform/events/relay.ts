import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { Platform } from '../platform.js'
import { drainOnce, type Delivery } from './drain.js'
import { createLeader } from './leader.js'
import { openOutbox, type LetterKey, type OutboxEvent } from './outbox.js'

export type { Delivery, OutboxEvent }
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
  replay(letter: LetterKey): Promise<void>
  stop(): Promise<void>
}

const POLL_MS = 1_000
const WAKE_MS = 10
/** Announcements are at least so far apart: what many requests publish side by side leaves in one batch. */
const APART_MS = 100

/** Many wakes within some milliseconds are one announcement; a single one is announced almost at once. */
function createNudge(announce: () => void): { wake(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let announcedAt = -APART_MS
  return {
    wake: () => {
      if (timer) return
      const wait = Math.max(WAKE_MS, announcedAt + APART_MS - performance.now())
      timer = setTimeout(() => {
        timer = undefined
        announcedAt = performance.now()
        announce()
      }, wait)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Carries events from the outbox to consumers in this process: in order per organization within a topic, one relay at a time. */
export function createRelay({ platform, deliveriesOf }: RelayDeps): Relay {
  const { database, bus, logs } = platform
  const log = logs.logger('events-service', 'relay')
  const outbox = openOutbox(database)
  const leader = createLeader(database, 'relay')
  const listeners: ((event: EventEnvelope) => void)[] = []
  const complain = (error: unknown) => log.error({ action: 'relay', err: error }, 'The relay failed; it tries again')
  const state = { stopped: false, again: false }
  const drain = { outbox, log, deliveriesOf, isStopped: () => state.stopped, onDelivered: (event: EventEnvelope) => listeners.forEach((listener) => listener(event)) }
  const nudge = createNudge(() => void bus.announce({ kind: 'outbox' }))
  let running: Promise<void> | undefined
  let poll: NodeJS.Timeout | undefined

  const work = async (): Promise<void> => {
    if (!(await leader.lead())) return
    do state.again = false
    while ((!(await drainOnce(drain)) || state.again) && !state.stopped)
  }
  const kick = (): void => {
    state.again = true
    if (state.stopped || running) return
    running = work().catch(complain).finally(() => (running = undefined))
  }
  return {
    start: async () => {
      bus.on(({ kind }) => void (kind === 'outbox' && kick()))
      poll = setInterval(kick, POLL_MS)
      poll.unref()
      kick()
    },
    wake: nudge.wake,
    onDelivered: (listener) => void listeners.push(listener),
    replay: async (letter) => {
      const event = await outbox.letter(letter)
      if (!event) return
      await deliveriesOf(event).find((delivery) => delivery.consumer === letter.consumer)?.run()
      await outbox.unbury(letter)
    },
    stop: async () => {
      state.stopped = true
      clearInterval(poll)
      nudge.stop()
      await running
      await leader.resign()
    },
  }
}
