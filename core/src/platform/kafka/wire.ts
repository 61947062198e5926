import { platformEvents, Timestamp, Type, Uuid, type EventEnvelope, type EventType } from '@innoerp/sdk/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { KafkaMessage, Message } from 'kafkajs'

/** An event on the wire (facts §3). Fields that a later version adds are let through. */
export const Envelope = Type.Object({
  event_id: Uuid,
  event_type: Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,199}$' }),
  timestamp: Timestamp,
  organization_id: Uuid,
  user_id: Type.Optional(Uuid),
  aggregate_id: Type.Optional(Uuid),
  aggregate_version: Type.Optional(Type.Integer()),
  data: Type.Record(Type.String(), Type.Unknown()),
  version: Type.Integer({ minimum: 1 }),
})
const ajv = addFormats.default(new Ajv({ strict: false }))
const isEnvelope = ajv.compile(Envelope)
const known: Readonly<Record<string, EventType>> = platformEvents

const problemIn = (check: ValidateFunction, value: unknown): string | undefined => {
  if (check(value)) return undefined
  const [error] = check.errors ?? []
  return `${error?.instancePath || '/'} ${error?.message}`
}

/** What is wrong with an event: with its envelope, or with the data of an event of core; undefined for nothing. */
export function problemOf(event: unknown): string | undefined {
  const wrong = problemIn(isEnvelope, event)
  if (wrong) return wrong
  const { event_type, version, data } = event as EventEnvelope
  const type = Object.hasOwn(known, event_type) ? known[event_type] : undefined
  const bad = type?.version === version ? problemIn(checkOf(type), data) : undefined
  return bad && `/data${bad}`
}

const checks = new Map<EventType, ValidateFunction>()
function checkOf(type: EventType): ValidateFunction {
  const check = checks.get(type) ?? ajv.compile(type.schema)
  checks.set(type, check)
  return check
}

/** Events of one organization share a partition: there they keep their order. */
export const messageOf = (event: EventEnvelope): Message & { value: string } => ({
  key: event.organization_id,
  value: JSON.stringify(event),
  headers: { event_id: event.event_id, version: String(event.version) },
})

/** What a broker sent, checked again; whoever can write to a topic need not be one of ours. */
export function readMessage(topic: string, { key, value }: Pick<KafkaMessage, 'key' | 'value'>): { event: EventEnvelope } | { problem: string } {
  let event: unknown
  try {
    event = JSON.parse(value?.toString('utf8') ?? '')
  } catch {
    return { problem: 'It is no JSON.' }
  }
  const problem = problemOf(event)
  if (problem) return { problem }
  const read = event as EventEnvelope
  if (read.event_type !== topic) return { problem: `It says it were of topic ${read.event_type}.` }
  if (read.organization_id !== key?.toString('utf8')) return { problem: 'Its key is not its organization.' }
  return { event: read }
}
