import type { TopicMessages } from 'kafkajs'
import { envelopeOf } from '../events/envelope.js'
import type { OutboxEvent } from '../events/outbox.js'
import { messageOf, problemOf } from './wire.js'

/** Bytes of one send; well below what brokers take by default. */
const MAX_SEND = 512 * 1024

/** Events that leave in one send. */
export interface Chunk {
  events: OutboxEvent[]
  batch: TopicMessages[]
}

/** Cuts events into sends of a bounded size, in their order; `onBad` gets what is not as its schema says. */
export function chunksOf(events: readonly OutboxEvent[], onBad: (event: OutboxEvent, problem: string) => void): Chunk[] {
  const chunks: Chunk[] = []
  let bytes = Infinity
  for (const event of events) {
    const envelope = envelopeOf(event)
    const problem = problemOf(envelope)
    if (problem) {
      onBad(event, problem)
      continue
    }
    const message = messageOf(envelope)
    const size = Buffer.byteLength(message.value)
    let chunk = chunks.at(-1)
    if (!chunk || bytes + size > MAX_SEND) {
      chunk = { events: [], batch: [] }
      chunks.push(chunk)
      bytes = 0
    }
    bytes += size
    chunk.events.push(event)
    const topic = chunk.batch.find((one) => one.topic === event.topic)
    if (topic) topic.messages.push(message)
    else chunk.batch.push({ topic: event.topic, messages: [message] })
  }
  return chunks
}
