import type { Static } from '@sinclair/typebox'
import type { Context } from '../../contract/context.js'
import type { AnyEntity } from '../../contract/entity.js'
import { DEFAULT_LIMIT, type ListParams, type ListSpec, type PageOf } from '../../contract/list.js'
import { quote, selectList, sortExpression, sqlType, tableName } from './columns.js'
import { decodeCursor, encodeCursor, type Cursor } from './cursor.js'
import { bind, type Statement } from './statement.js'
import type { Runner } from './runner.js'

/** A fixed condition besides the query's own, e.g. the project whose tasks are listed: column → value. */
export type FixedFilter = Readonly<Record<string, string | number | boolean>>
export type ListReader<E extends AnyEntity> = (ctx: Context, params: ListParams, fixed?: FixedFilter) => Promise<PageOf<Static<E>>>

interface Source<E extends AnyEntity> {
  schema: string
  table: string
  spec: ListSpec<E>
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Reads pages: the rows and, unless `total=false`, their count in the same round trip. */
export function listReader<E extends AnyEntity>(db: Runner, source: Source<E>): ListReader<E> {
  const columns = selectList(source.spec.entity)
  return async (ctx, params, fixed = {}) => {
    const { skip = 0, limit = DEFAULT_LIMIT, total: wantsTotal = true } = params
    const sort = params.sort ?? source.spec.sort[0] ?? 'id'
    const cursor = params.after === undefined ? undefined : decodeCursor(params.after, sort)
    const [rows = [], counted] = await db.batch(ctx, listStatements({ ...source, columns }, { params, sort, cursor, fixed, wantsTotal }))
    const items = rows.slice(0, limit) as (Static<E> & { __sort: string })[]
    const last = rows.length > limit ? items.at(-1) : undefined
    const next = last ? encodeCursor({ sort, value: last.__sort, id: String((last as { id?: unknown }).id) }) : null
    return { items, ...(wantsTotal && { total: Number(counted?.[0]?.total ?? 0) }), skip, limit, next }
  }
}

interface Ask {
  params: ListParams
  sort: string
  cursor: Cursor | undefined
  fixed: FixedFilter
  wantsTotal: boolean
}

/** The page's statement and, where wanted, the count's. Values are bound, so one text serves a shape of query and stays prepared. */
function listStatements<E extends AnyEntity>({ schema, table, spec, columns }: Source<E> & { columns: string }, ask: Ask): Statement[] {
  const values: unknown[] = []
  const place = (value: unknown): string => `$${values.push(value)}`
  const where = conditions(spec, ask, place)
  const from = `from ${tableName(schema, table)} where ${where.join(' and ')}`
  const count = ask.wantsTotal ? [bind(`select count(*)::int as total ${from}`, [...values])] : []

  const field = ask.sort.replace(/^-/, '')
  const descending = ask.sort.startsWith('-')
  const schemaOf = spec.entity.properties[field]
  const by = sortExpression(field, schemaOf)
  const direction = descending ? 'desc' : 'asc'
  const keyset = ask.cursor
    ? ` and (${by}, id) ${descending ? '<' : '>'} (${place(ask.cursor.value)}::${sqlType(schemaOf)}, ${place(ask.cursor.id)}::uuid)`
    : ''
  const { skip = 0, limit = DEFAULT_LIMIT } = ask.params
  const text = `select ${columns}, ${by}::text as __sort ${from}${keyset} order by ${by} ${direction}, id ${direction} limit ${place(limit + 1)} offset ${place(skip)}`
  return [bind(text, values), ...count]
}

function conditions<E extends AnyEntity>(spec: ListSpec<E>, { params, fixed }: Ask, place: (value: unknown) => string): string[] {
  const filters = spec.filter.filter((name) => params[name] !== undefined)
  const search = params.search?.trim()
  return [
    'deleted_at is null',
    ...Object.entries(fixed).map(([name, value]) => `${quote(name)} = ${place(value)}`),
    ...filters.map((name) => `${quote(name)} = ${place(params[name])}::${sqlType(spec.entity.properties[name])}`),
    ...(search && spec.search.length > 0 ? [matches(spec.search, place(`%${escapeLike(search)}%`))] : []),
  ]
}

const matches = (names: readonly string[], pattern: string): string => `(${names.map((name) => `${quote(name)} ilike ${pattern}`).join(' or ')})`
