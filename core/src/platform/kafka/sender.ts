import { envelopeOf } from '../events/envelope.js'
import { BATCH, type OutboxEvent } from '../events/outbox.js'
import type { TransportParts } from '../events/transport.js'
import { chunksOf, type Chunk } from './chunks.js'
import type { Publisher } from './publisher.js'

/** Who is said to have given up an event that cannot be sent at all. */
const SENDER = 'kafka'

const isTooLarge = (error: unknown): boolean => error instanceof Error && [error, error.cause].some((one) => (one as { type?: string } | undefined)?.type === 'MESSAGE_TOO_LARGE')
const idsOf = (events: readonly OutboxEvent[]): number[] => events.map(({ id }) => id)

/**
 * Empties the outbox into the broker: reads, sends, deletes what was acknowledged. No transaction is open over a send, and the next
 * events are read while the last ones are on their way.
 */
export function createSender({ outbox, log, onLeft, isStopped }: TransportParts, publisher: Publisher): () => Promise<void> {
  const bury = async (event: OutboxEvent, problem: string): Promise<void> => {
    log.error({ action: 'send', event_id: event.event_id, error: problem }, `An event of topic ${event.topic} cannot be sent`)
    await outbox.bury(event, { consumer: SENDER, attempts: 1, error: problem })
  }
  const sendChunk = async ({ events, batch }: Chunk): Promise<void> => {
    try {
      await publisher.send(batch)
    } catch (error) {
      const [only] = events
      if (!only || events.length > 1 || !isTooLarge(error)) throw error
      await bury(only, 'It is larger than the broker takes.')
    }
  }
  const sendAll = async (events: readonly OutboxEvent[]): Promise<void> => {
    const bad: Promise<void>[] = []
    const chunks = chunksOf(events, (event, problem) => bad.push(bury(event, problem)))
    await Promise.all(bad)
    for (const chunk of chunks) await sendChunk(chunk)
  }
  return async () => {
    let batch = await outbox.next()
    let marked: readonly OutboxEvent[] = []
    let marking: Promise<unknown> = Promise.resolve()
    while (batch.length > 0 && !isStopped()) {
      const ahead = batch.length < BATCH ? Promise.resolve([]) : outbox.next(idsOf([...marked, ...batch]))
      ahead.catch(() => {})
      await sendAll(batch)
      await marking
      marking = outbox.sent(idsOf(batch))
      marking.catch(() => {})
      marked = batch
      for (const event of batch) onLeft(envelopeOf(event))
      batch = await ahead
    }
    await marking
  }
}
