import type { EventEnvelope } from '@innoerp/sdk/contract'
import type { OutboxEvent } from './outbox.js'

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

/** The way back; the event has no place in the outbox any more. */
export const eventOf = (envelope: EventEnvelope): OutboxEvent => ({
  id: 0,
  event_id: envelope.event_id,
  topic: envelope.event_type,
  version: envelope.version,
  organization_id: envelope.organization_id,
  user_id: envelope.user_id ?? null,
  aggregate_id: envelope.aggregate_id ?? null,
  aggregate_version: envelope.aggregate_version ?? null,
  data: envelope.data,
  attempts: 0,
  created_at: envelope.timestamp,
})
