import type { Static, TSchema } from '@sinclair/typebox'

/** A kind of event: its topic, the version of its data, the schema of its data. */
export interface EventType<S extends TSchema = TSchema> {
  topic: string
  version: number
  schema: S
}

/** Declares an event; its topic must stand in the manifest under `events.publishes`. */
export const event = <S extends TSchema>(topic: string, version: number, schema: S): EventType<S> => ({ topic, version, schema })

export type EventData<E extends EventType> = Static<E['schema']>

/** An event on the wire (facts §3). */
export interface EventEnvelope<D = Record<string, unknown>> {
  event_id: string
  event_type: string
  timestamp: string
  organization_id: string
  user_id?: string
  aggregate_id?: string
  aggregate_version?: number
  data: D
  version: number
}
