import * as Type from '@sinclair/typebox'
import type { TSchema } from '@sinclair/typebox'
import type { AnyEntity } from './entity.js'
import { Nullable, OneOf, Strict } from './schema.js'

export const MAX_LIMIT = 200
export const DEFAULT_LIMIT = 100

/** How a record is listed: fields to sort by (the first is the default), to search in, to filter by. */
export interface ListSpec<E extends AnyEntity = AnyEntity> {
  readonly entity: E
  readonly sort: readonly string[]
  readonly search: readonly string[]
  readonly filter: readonly string[]
}

type FieldOf<E extends AnyEntity> = keyof E['properties'] & string

/** Declares a list once, for validation, SQL and OpenAPI. Only fields of the record may be named. */
export const listOf = <E extends AnyEntity>(
  entity: E,
  fields: { sort: readonly FieldOf<E>[]; search: readonly FieldOf<E>[]; filter: readonly FieldOf<E>[] },
): ListSpec<E> => ({ entity, ...fields })

/** A validated list query; filters stand beside the named fields. */
export interface ListParams {
  skip?: number
  limit?: number
  sort?: string
  search?: string
  after?: string
  total?: boolean
  [filter: string]: unknown
}

/**
 * The query of a list: `skip`, `limit` (1–200), `sort` (`name`, `-name`), `search`, `after` (the `next` of the page before),
 * `total=false` to leave the count out, and the filters. Anything else is refused.
 */
export function ListQuery(spec: ListSpec) {
  const filters = Object.fromEntries(spec.filter.map((name) => [name, Type.Optional(filterOf(spec.entity.properties[name] as TSchema))]))
  return Strict({
    skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })),
    sort: Type.Optional(OneOf(spec.sort.flatMap((name) => [name, `-${name}`]))),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    after: Type.Optional(Type.String({ maxLength: 2000 })),
    total: Type.Optional(Type.Boolean({ default: true })),
    ...filters,
  })
}

function filterOf(field: TSchema): TSchema {
  const type = Array.isArray(field.type) ? (field.type as string[]).find((t) => t !== 'null') : (field.type as string)
  const words = Array.isArray(field.enum) ? { enum: (field.enum as unknown[]).filter((word) => word !== null) } : {}
  const { format, pattern, maxLength } = field as { format?: string; pattern?: string; maxLength?: number }
  return Type.Unsafe({ type, ...words, ...(format && { format }), ...(pattern && { pattern }), ...(maxLength && { maxLength }) })
}

/** One page of a list. `next` is null on the last page; `total` is absent for `total=false`. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    total: Type.Optional(Type.Integer()),
    skip: Type.Integer(),
    limit: Type.Integer(),
    next: Nullable(Type.String()),
  })

/** See {@link Page}. */
export interface PageOf<T> {
  items: T[]
  total?: number
  skip: number
  limit: number
  next: string | null
}
