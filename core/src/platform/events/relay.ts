import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { Platform } from '../platform.js'
import { inProcess } from './in-process.js'
import { createLeader } from './leader.js'
import { openOutbox, type LetterKey, type Outbox, type OutboxEvent } from './outbox.js'
import type { Delivery, OpenTransport } from './transport.js'

export interface RelayDeps {
  platform: Pick<Platform, 'database' | 'bus' | 'logs'>
  /** Who is to get an event, in the version that its organization runs now. */
  deliveriesOf(event: OutboxEvent): Delivery[] | Promise<Delivery[]>
  /** In this process unless told. */
  transport?: OpenTransport
}
export interface Relay {
  start(): Promise<void>
  /** Says that there is something to send; cheap, called after every commit that published. */
  wake(): void
  /** Sees every event that has left the outbox: its consumers have had it by then, or a broker has it for them. */
  onDelivered(listener: (event: EventEnvelope) => void): void
  /** Delivers a dead letter once more; its consumer still records it once. False where there is no such letter. */
  replay(letter: LetterKey): Promise<boolean>
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

/** Without the broker: the effect and the consumer's record of it are what counts, not the way that the event came. */
const replayer =
  (outbox: Outbox, deliveriesOf: RelayDeps['deliveriesOf']): Relay['replay'] =>
  async (letter) => {
    const event = await outbox.letter(letter)
    if (!event) return false
    await (await deliveriesOf(event)).find((delivery) => delivery.consumer === letter.consumer)?.run()
    await outbox.unbury(letter)
    return true
  }

/** Carries events from the outbox to their consumers: in order per organization within a topic, one relay at a time. */
export function createRelay({ platform, deliveriesOf, transport: open = inProcess }: RelayDeps): Relay {
  const { database, bus, logs } = platform
  const log = logs.logger('events-service', 'relay')
  const outbox = openOutbox(database)
  const leader = createLeader(database, 'relay')
  const listeners: ((event: EventEnvelope) => void)[] = []
  const complain = (error: unknown) => log.error({ action: 'relay', err: error }, 'The relay failed; it tries again')
  const state = { stopped: false, again: false }
  const onLeft = (event: EventEnvelope) => listeners.forEach((listener) => listener(event))
  const transport = open({ outbox, log, deliveriesOf, onLeft, isStopped: () => state.stopped })
  const nudge = createNudge(() => void bus.announce({ kind: 'outbox' }))
  let running: Promise<void> | undefined
  let poll: NodeJS.Timeout | undefined

  const work = async (): Promise<void> => {
    if (!(await leader.lead())) return
    do state.again = false
    while ((!(await transport.drain()) || state.again) && !state.stopped)
  }
  const kick = (): void => {
    state.again = true
    if (state.stopped || running) return
    running = work().catch(complain).finally(() => (running = undefined))
  }
  return {
    start: async () => {
      bus.on(({ kind }) => void (kind === 'outbox' && kick()))
      transport.start()
      poll = setInterval(kick, POLL_MS)
      poll.unref()
      kick()
    },
    wake: nudge.wake,
    onDelivered: (listener) => void listeners.push(listener),
    replay: replayer(outbox, deliveriesOf),
    stop: async () => {
      state.stopped = true
      clearInterval(poll)
      nudge.stop()
      await running
      await transport.stop()
      await leader.resign()
    },
  }
}
