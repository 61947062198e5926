import * as Type from '@sinclair/typebox'
import type { SchemaOptions, Static, TSchema, TUnsafe } from '@sinclair/typebox'

/** A UUID in its canonical text form. */
export const Uuid = Type.String({ format: 'uuid' })

/** An instant as ISO 8601 in UTC, e.g. `2026-11-24T09:00:00.000Z`. */
export const Timestamp = Type.String({ format: 'date-time' })

/** A calendar day without a time zone, `YYYY-MM-DD`. */
export const PlainDate = Type.String({ format: 'date' })

/** An exact decimal as text, so that no digit is lost on the way: up to 18 digits before and 4 after the point. */
export const Decimal = Type.String({ pattern: '^-?\\d{1,18}(\\.\\d{1,4})?$', maxLength: 24, description: 'Exact decimal' })

/** An ISO 4217 code, e.g. `EUR`. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code' })

/** An ISO 3166-1 alpha-2 code, e.g. `DE`. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2 code' })

/** An e-mail address of at most 254 characters (RFC 5321). */
export const Email = Type.String({ format: 'email', maxLength: 254 })

/** One line of text with at least one visible character. */
export const Name = (maxLength = 200, options: SchemaOptions = {}) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...options })

/** Text that may be empty and may have many lines. */
export const Text = (maxLength = 20_000, options: SchemaOptions = {}) => Type.String({ maxLength, ...options })

/** One of a closed list of words. */
export const OneOf = <const T extends string>(values: readonly T[], options: SchemaOptions = {}): TUnsafe<T> =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], ...options })

/** `schema` or null. Written as a type list, which serializes faster than a union. */
export function Nullable<T extends TSchema>(schema: T): TUnsafe<Static<T> | null> {
  const words = Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {}
  return Type.Unsafe<Static<T> | null>({ ...schema, ...words, type: [schema.type as string, 'null'] })
}

/** A field that may be left out and may be null: null and absent mean the same. */
export const Optional = <T extends TSchema>(schema: T) => Type.Optional(Nullable(schema))

/** A field that the server sets: it stands in answers and is refused in bodies. */
export type ReadOnlyField<T extends TSchema = TSchema> = T & { readOnly: true }
export const ReadOnly = <T extends TSchema>(schema: T): ReadOnlyField<T> => ({ ...schema, readOnly: true })

/** An object that refuses fields it does not know. */
export const Strict = <P extends Record<string, TSchema>>(properties: P, options: SchemaOptions = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })
