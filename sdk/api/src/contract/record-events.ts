import * as Type from '@sinclair/typebox'
import type { Static, TObject, TProperties } from '@sinclair/typebox'
import { event, type EventType } from './events.js'
import { Uuid } from './schema.js'

const Fields = Type.Array(Type.String(), { description: 'Names of the fields that were set' })

/** What is told of every record: that it was created, changed, deleted, restored. Every event carries its id as `idField`. */
export interface RecordEvents<P extends TProperties = TProperties> {
  readonly idField: string
  readonly created: EventType<TObject<P>>
  readonly updated: EventType
  readonly deleted: EventType
  readonly restored: EventType
}

/** What the event of a creation says besides the id. */
export type CreatedData<R extends RecordEvents> = R extends RecordEvents<infer P> ? Static<TObject<P>> : never

/**
 * Declares the four events of a kind of record, version 1: `<topic>.created` with the id and `data`, `<topic>.updated` with the id and
 * the names of the `fields` that were set, `<topic>.deleted` and `<topic>.restored` with the id.
 * @param topic its last word names the id: `hr.employee` gives `employee_id`
 * @param data what the event of a creation says besides
 * @example export const companyEvents = recordEvents('company', { name: Type.String() })
 */
export function recordEvents<P extends TProperties>(topic: string, data: P): RecordEvents<P> {
  const idField = `${topic.slice(topic.lastIndexOf('.') + 1)}_id`
  const id = { [idField]: Uuid }
  return {
    idField,
    // The name of the id is not known to the compiler; who publishes gives the data besides.
    created: event(`${topic}.created`, 1, Type.Object({ ...id, ...data }) as unknown as TObject<P>),
    updated: event(`${topic}.updated`, 1, Type.Object({ ...id, fields: Fields })),
    deleted: event(`${topic}.deleted`, 1, Type.Object(id)),
    restored: event(`${topic}.restored`, 1, Type.Object(id)),
  }
}
