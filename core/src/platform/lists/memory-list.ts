import { DEFAULT_LIMIT, type ListParams, type ListSpec, type PageOf } from '@innoerp/sdk/contract'
import { decodeCursor, encodeCursor } from './cursor.js'

/** A short list that is in memory already, such as the modules of one organization. `key` names the field that is unique in it. */
export interface MemoryList<R> {
  readonly spec: ListSpec
  readonly key: keyof R & string
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
/** Numbers are padded, so that they order as text does. */
const textOf = (value: unknown): string => (typeof value === 'number' ? String(value).padStart(12, '0') : String(value ?? ''))

/** One page of `rows`, with the conventions of every list. */
export function pageInMemory<R extends object>({ spec, key }: MemoryList<R>, rows: readonly R[], params: ListParams): PageOf<R> {
  const { skip = 0, limit = DEFAULT_LIMIT, total: wantsTotal = true } = params
  const sort = params.sort ?? spec.sort[0] ?? key
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  const at = (row: R, name: string): string => textOf((row as Record<string, unknown>)[name])
  const compare = (row: R, place: { value: string; key: string }): number =>
    sign * (collator.compare(at(row, field), place.value) || (at(row, key) < place.key ? -1 : at(row, key) > place.key ? 1 : 0))

  const found = rows.filter((row) => matches(row, spec, params)).toSorted((a, b) => compare(a, { value: at(b, field), key: at(b, key) }))
  const cursor = params.after === undefined ? undefined : decodeCursor(params.after, sort)
  const rest = (cursor ? found.filter((row) => compare(row, cursor) > 0) : found).slice(skip)
  const items = rest.slice(0, limit)
  const last = rest.length > limit ? items.at(-1) : undefined
  const next = last ? encodeCursor({ sort, value: at(last, field), key: at(last, key) }) : null
  return { items, ...(wantsTotal && { total: found.length }), skip, limit, next }
}

function matches(row: object, spec: ListSpec, params: ListParams): boolean {
  const values = row as Record<string, unknown>
  const search = params.search?.trim().toLowerCase()
  const isFound = !search || spec.search.some((field) => String(values[field] ?? '').toLowerCase().includes(search))
  return isFound && spec.filter.every((field) => params[field] === undefined || params[field] === values[field])
}
