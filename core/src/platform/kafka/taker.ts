import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { EachMessagePayload, KafkaMessage } from 'kafkajs'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventOf } from '../events/envelope.js'
import { MAX_ATTEMPTS, retryAfterMs, type TransportParts } from '../events/transport.js'
import type { Publisher } from './publisher.js'
import { deadTopicOf } from './topics.js'
import { readMessage } from './wire.js'

const PAUSE_MS = 2_000

export interface TakerDeps extends TransportParts {
  publisher: Publisher
  isDatabaseUp(): Promise<boolean>
}

/** The group is being left, or its partitions go to others: the message is not done, and whoever has it next begins anew. */
export class Unfinished extends Error {}

/**
 * Takes a message to one consumer: effect and record in one transaction, `MAX_ATTEMPTS` tries, then the dead letters. Returns when the
 * message is done with, one way or the other; only then may its offset be committed.
 */
export function createTaker(deps: TakerDeps): (consumer: string, payload: Pick<EachMessagePayload, 'topic' | 'message' | 'heartbeat'>, isRunning: () => boolean) => Promise<void> {
  const { log, outbox, deliveriesOf, publisher, isDatabaseUp } = deps
  return async (consumer, { topic, message, heartbeat }, isRunning) => {
    const rest = async (ms: number): Promise<void> => {
      await sleep(ms)
      if (!isRunning()) throw new Unfinished()
      await heartbeat()
    }
    /** Until both have it: the table that pages show and replay from, and the topic that other tools read. */
    const giveUp = async (event: EventEnvelope | undefined, { attempts, error }: { attempts: number; error: string }): Promise<void> => {
      log.error({ action: 'deliver', event_id: event?.event_id, consumer, attempts, error }, `Consumer ${consumer} gave up an event of topic ${topic}`)
      for (;;) {
        try {
          if (event) await outbox.bury(eventOf(event), { consumer, attempts, error })
          await publisher.send([{ topic: deadTopicOf(topic), messages: [deadMessage(message, { consumer, attempts, error })] }])
          return
        } catch (failure) {
          log.warn({ action: 'bury', err: failure }, 'An event cannot be put with the dead letters; it is tried again')
          await rest(PAUSE_MS)
        }
      }
    }
    const read = readMessage(topic, message)
    if ('problem' in read) return giveUp(undefined, { attempts: 1, error: read.problem })
    for (let attempts = 1; ; ) {
      const delivery = (await deliveriesOf(eventOf(read.event))).find((one) => one.consumer === consumer)
      if (!delivery || isBefore(read.event.timestamp, delivery.since)) return
      try {
        return await delivery.run()
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown.message : String(thrown)
        log.warn({ action: 'deliver', event_id: read.event.event_id, consumer, attempts, error }, `Consumer ${consumer} failed`)
        // While the database is away no try counts: the event is not to blame.
        if (!(await isDatabaseUp())) {
          await rest(PAUSE_MS)
          continue
        }
        if (attempts >= MAX_ATTEMPTS) return giveUp(read.event, { attempts, error })
        await rest(retryAfterMs(attempts))
        attempts += 1
      }
    }
  }
}

const isBefore = (timestamp: string, since: string | undefined): boolean => since !== undefined && Date.parse(timestamp) < Date.parse(since)

const deadMessage = ({ key, value, headers }: KafkaMessage, { consumer, attempts, error }: { consumer: string; attempts: number; error: string }) => ({
  key,
  value,
  headers: { ...headers, consumer, attempts: String(attempts), error: error.slice(0, 500) },
})
