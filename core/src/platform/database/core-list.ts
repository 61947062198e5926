import { bind, decodeCursor, encodeCursor, sortExpression, sqlType, type Row } from '@innoerp/sdk/server'
import { DEFAULT_LIMIT, type ListParams, type ListSpec, type PageOf } from '@innoerp/sdk/contract'
import type { CoreDb, CoreScope } from './core-db.js'

/** A list over core's own tables. */
export interface CoreList {
  spec: ListSpec
  /** What is selected, e.g. `u.id, u.email`. Without it: the fields of the spec's entity. */
  select?: string
  /** The table, with its joins; its alias is `alias`. */
  from: string
  alias: string
  /** Fixed conditions, with their values from `$1` on. */
  where?: readonly string[]
  values?: readonly unknown[]
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Reads a page the way every list answers: rows and, unless `total=false`, their count in the same round trip. */
export async function listRows<R>(on: { db: CoreDb; scope: CoreScope }, list: CoreList, params: ListParams): Promise<PageOf<R>> {
  const { skip = 0, limit = DEFAULT_LIMIT, total: wantsTotal = true } = params
  const sort = params.sort ?? list.spec.sort[0] ?? 'id'
  const statements = statementsOf(list, { params, sort })
  const [rows = [], counted] = await on.db.batch(on.scope, wantsTotal ? statements : statements.slice(0, 1))
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? (items.at(-1) as Row | undefined) : undefined
  const next = last ? encodeCursor({ sort, value: String(last.__sort), id: String(last.id) }) : null
  return { items: items as R[], ...(wantsTotal && { total: Number(counted?.[0]?.total ?? 0) }), skip, limit, next }
}

function statementsOf({ spec, from, alias, select, where = [], values: fixed = [] }: CoreList, { params, sort }: { params: ListParams; sort: string }) {
  const values = [...fixed]
  const place = (value: unknown) => `$${values.push(value)}`
  const column = (name: string) => `${alias}.${name}`
  const filters = spec.filter.filter((name) => params[name] !== undefined)
  const search = params.search?.trim()
  const pattern = search ? place(`%${escapeLike(search)}%`) : ''
  const conditions = [
    ...where,
    ...filters.map((name) => `${column(name)} = ${place(params[name])}::${sqlType(spec.entity.properties[name])}`),
    // As one text, so that a first and a last name find somebody together.
    ...(search ? [`concat_ws(' ', ${spec.search.map(column).join(', ')}) ilike ${pattern}`] : []),
  ]
  const source = `from ${from}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
  const count = bind(`select count(*)::int as total ${source}`, [...values])

  const field = sort.replace(/^-/, '')
  const type = sqlType(spec.entity.properties[field])
  const by = sortExpression(field, spec.entity.properties[field]).replace(/"(\w+)"/, `${alias}."$1"`)
  const [direction, sign] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const cursor = params.after === undefined ? undefined : decodeCursor(params.after, sort)
  const keyset = cursor ? `${conditions.length > 0 ? ' and' : ' where'} (${by}, ${column('id')}) ${sign} (${place(cursor.value)}::${type}, ${place(cursor.id)}::uuid)` : ''
  const columns = select ?? Object.keys(spec.entity.properties).map(column).join(', ')
  const { skip = 0, limit = DEFAULT_LIMIT } = params
  const page = `select ${columns}, ${by}::text as __sort ${source}${keyset} order by ${by} ${direction}, ${column('id')} ${direction} limit ${place(limit + 1)} offset ${place(skip)}`
  return [bind(page, values), count]
}
