import { envelopeOf } from './envelope.js'
import { BATCH, type OutboxEvent } from './outbox.js'
import { MAX_ATTEMPTS, retryAfterMs, type OpenTransport, type TransportParts } from './transport.js'

/** True when every consumer has the event, or has given it up. */
async function deliver(event: OutboxEvent, { outbox, log, deliveriesOf, onLeft }: TransportParts): Promise<boolean> {
  for (const { consumer, run } of await deliveriesOf(event)) {
    try {
      await run()
    } catch (error) {
      const attempts = event.attempts + 1
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ action: 'deliver', event_id: event.event_id, consumer, attempts, error: reason }, `Consumer ${consumer} failed`)
      if (attempts < MAX_ATTEMPTS) {
        await outbox.retry(event, { attempts, afterMs: retryAfterMs(attempts) })
        return false
      }
      await outbox.bury(event, { consumer, attempts, error: reason })
    }
  }
  onLeft(envelopeOf(event))
  return true
}

/** Delivers what is in the outbox, in order per organization within a topic. False when there may be more. */
async function drain(parts: TransportParts): Promise<boolean> {
  const events = await parts.outbox.next()
  const sent: number[] = []
  const held = new Set<string>()
  for (const event of events) {
    const line = `${event.organization_id} ${event.topic}`
    if (parts.isStopped() || held.has(line)) continue
    if (await deliver(event, parts)) sent.push(event.id)
    else held.add(line)
  }
  if (sent.length > 0) await parts.outbox.sent(sent)
  return events.length < BATCH
}

/** Straight from the outbox to the consumers in this process: no broker. */
export const inProcess: OpenTransport = (parts) => ({ start: () => {}, drain: () => drain(parts), stop: async () => {} })
