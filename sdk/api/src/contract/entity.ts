import * as Type from '@sinclair/typebox'
import type { Static, TObject, TProperties, TSchema, TUnsafe } from '@sinclair/typebox'
import { Nullable, ReadOnly, Strict, Timestamp, Uuid } from './schema.js'

const base = {
  id: ReadOnly(Uuid),
  version: ReadOnly(Type.Integer({ minimum: 1, description: 'Grows by one with every change; the ETag of the record' })),
  created_at: ReadOnly(Timestamp),
  updated_at: ReadOnly(Timestamp),
  created_by: ReadOnly(Nullable(Uuid)),
}
type Base = typeof base

/** Fields that every record has: `id, version, created_at, updated_at, created_by`. */
export const BASE_FIELDS = Object.keys(base)

/**
 * Declares a record. The one schema is validation, type, OpenAPI and the model's columns.
 * @example const Note = entity({ title: Name(), body: Text() })
 */
export const entity = <P extends TProperties>(properties: P): TObject<Base & P> => Type.Object({ ...base, ...properties })

/** Any record declared with {@link entity}. Wide on purpose: generic code reads `properties` only. */
export type AnyEntity = TSchema & { properties: TProperties }

type ReadOnlyKeys<E extends AnyEntity> = { [K in keyof E['properties']]: E['properties'][K] extends { readOnly: true } ? K : never }[keyof E['properties']]

/** What creates a record: its writable fields (defaults are filled in by validation). */
export type NewRecord<E extends AnyEntity> = Omit<Static<E>, ReadOnlyKeys<E>>
/** What changes a record: any of its writable fields. */
export type RecordPatch<E extends AnyEntity> = Partial<NewRecord<E>>

const writable = (schema: AnyEntity) => Object.entries(schema.properties).filter(([, field]) => field.readOnly !== true)

function withoutDefault(field: TSchema): TSchema {
  const copy = { ...field }
  delete copy.default
  return copy
}

/** The body that creates a record; unknown fields are refused, a field with a default may be left out. */
export function Create<E extends AnyEntity>(schema: E): TUnsafe<NewRecord<E>> {
  const fields = writable(schema).map(([name, field]) => [name, field.default === undefined ? field : Type.Optional(field)])
  return Type.Unsafe<NewRecord<E>>(Strict(Object.fromEntries(fields)))
}

/** The body that changes a record: any of its writable fields, at least one; null clears an optional one. */
export function Patch<E extends AnyEntity>(schema: E): TUnsafe<RecordPatch<E>> {
  const fields = writable(schema).map(([name, field]) => [name, Type.Optional(withoutDefault(field))])
  return Type.Unsafe<RecordPatch<E>>(Strict(Object.fromEntries(fields), { minProperties: 1 }))
}
