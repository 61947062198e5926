import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { Logger } from 'pino'
import { BATCH, type Outbox, type OutboxEvent } from './outbox.js'

/** Takes an event to one consumer; the record of it and its effect are one transaction. */
export interface Delivery {
  consumer: string
  run(): Promise<void>
}
export interface DrainDeps {
  outbox: Outbox
  log: Logger
  /** Who is to get an event, in the version that its organization runs now. */
  deliveriesOf(event: OutboxEvent): Delivery[]
  onDelivered(event: EventEnvelope): void
  isStopped(): boolean
}

export const MAX_ATTEMPTS = 5
const FIRST_RETRY_MS = 50

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

/** True when every consumer has the event, or has given it up. */
async function deliver(event: OutboxEvent, { outbox, log, deliveriesOf, onDelivered }: DrainDeps): Promise<boolean> {
  for (const { consumer, run } of deliveriesOf(event)) {
    try {
      await run()
    } catch (error) {
      const attempts = event.attempts + 1
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ action: 'deliver', event_id: event.event_id, consumer, attempts, error: reason }, `Consumer ${consumer} failed`)
      if (attempts < MAX_ATTEMPTS) {
        await outbox.retry(event, { attempts, afterMs: FIRST_RETRY_MS * 2 ** attempts })
        return false
      }
      await outbox.bury(event, { consumer, attempts, error: reason })
    }
  }
  onDelivered(envelopeOf(event))
  return true
}

/** Delivers what is in the outbox, in order per organization within a topic. False when there may be more. */
export async function drainOnce(deps: DrainDeps): Promise<boolean> {
  const events = await deps.outbox.next()
  const sent: number[] = []
  const held = new Set<string>()
  for (const event of events) {
    const line = `${event.organization_id} ${event.topic}`
    if (deps.isStopped() || held.has(line)) continue
    if (await deliver(event, deps)) sent.push(event.id)
    else held.add(line)
  }
  if (sent.length > 0) await deps.outbox.sent(sent)
  return events.length < BATCH
}
