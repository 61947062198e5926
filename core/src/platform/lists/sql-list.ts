import { DEFAULT_LIMIT, type ListParams, type ListSpec, type PageOf } from '@innoerp/sdk/contract'
import { bind, platformErrors, type Statement } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope } from '../database/core-db.js'
import { decodeCursor, encodeCursor, type Cursor } from './cursor.js'

/** A list of core's own rows, which are keyed by `id`. Fields are columns unless `expressions` says otherwise. */
export interface SqlList {
  readonly spec: ListSpec
  /** Table and alias, e.g. `users.users u`. */
  readonly from: string
  /** Everything between `select` and `from`. */
  readonly select: string
  readonly expressions?: Readonly<Record<string, string>>
  /** Where it is not the first of `spec.sort`. */
  readonly defaultSort?: string
}

/** Conditions besides the query's own: expression → the values it may have. */
export type Restriction = Readonly<Record<string, readonly string[]>>

interface Ask {
  params: ListParams
  sort: string
  cursor: Cursor | undefined
  restriction: Restriction
}

const CAST: Record<string, string> = { uuid: 'uuid', 'date-time': 'timestamptz' }
const escapeLike = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const typeOf = (list: SqlList, field: string): string => {
  const { format, type } = list.spec.entity.properties[field] as { format?: string; type?: string }
  return CAST[format ?? ''] ?? (type === 'boolean' ? 'boolean' : 'text')
}

/** Reads one page: the rows and, unless `total=false`, their count in the same round trip. */
export async function readPage<R extends { id: string }>(
  db: CoreDb,
  scope: CoreScope,
  { list, params, restriction = {} }: { list: SqlList; params: ListParams; restriction?: Restriction },
): Promise<PageOf<R>> {
  const { skip = 0, limit = DEFAULT_LIMIT, total: wantsTotal = true } = params
  const sort = params.sort ?? list.defaultSort ?? list.spec.sort[0] ?? 'id'
  const cursor = params.after === undefined ? undefined : decodeCursor(params.after, sort)
  const [page, count] = statements(list, { params, sort, cursor, restriction })
  const [rows = [], counted] = await db.batch(scope, wantsTotal ? [page, count] : [page]).catch(refuseBadValue(cursor))
  const items = rows.slice(0, limit) as (R & { __sort: string })[]
  const last = rows.length > limit ? items.at(-1) : undefined
  const next = last ? encodeCursor({ sort, value: last.__sort, key: last.id }) : null
  return { items, ...(wantsTotal && { total: Number(counted?.[0]?.total ?? 0) }), skip, limit, next }
}

/** A forged cursor may hold what is no instant or no id. */
const refuseBadValue = (cursor: Cursor | undefined) => (error: unknown): never => {
  const code = (error as { code?: unknown }).code
  if (cursor && (code === '22P02' || code === '22007' || code === '22008')) throw platformErrors.BAD_CURSOR()
  throw error
}

/** The page's statement and the count's. Values are bound, so one text serves a shape of query and stays prepared. */
function statements(list: SqlList, ask: Ask): [Statement, Statement] {
  const values: unknown[] = []
  const place = (value: unknown): string => `$${values.push(value)}`
  const where = conditions(list, ask, place)
  const from = `from ${list.from} where ${where.length > 0 ? where.join(' and ') : 'true'}`
  const count = bind(`select count(*)::int as total ${from}`, [...values])

  const field = ask.sort.replace(/^-/, '')
  const by = list.expressions?.[field] ?? field
  const [direction, beyond] = ask.sort.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const keyset = ask.cursor ? ` and (${by}, id) ${beyond} (${place(ask.cursor.value)}::${typeOf(list, field)}, ${place(ask.cursor.key)}::uuid)` : ''
  const { skip = 0, limit = DEFAULT_LIMIT } = ask.params
  const order = `order by ${by} ${direction}, id ${direction} limit ${place(limit + 1)} offset ${place(skip)}`
  return [bind(`select ${list.select}, ${by}::text as __sort ${from}${keyset} ${order}`, values), count]
}

function conditions(list: SqlList, { params, restriction }: Ask, place: (value: unknown) => string): string[] {
  const by = (field: string): string => list.expressions?.[field] ?? field
  const search = params.search?.trim()
  const pattern = search ? place(`%${escapeLike(search)}%`) : ''
  return [
    ...(search ? [`(${list.spec.search.map((field) => `${by(field)} ilike ${pattern}`).join(' or ')})`] : []),
    ...Object.entries(restriction).map(([field, allowed]) => `(${by(field)})::text = any(${place(allowed)}::text[])`),
    ...list.spec.filter.filter((field) => params[field] !== undefined).map((field) => `${by(field)} = ${place(params[field])}::${typeOf(list, field)}`),
  ]
}
