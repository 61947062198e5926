import type { PageOf } from '@innoerp/sdk/contract'
import { bind } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope } from './core-db.js'

/** A list that is read newest first and paged by number. */
export interface PagedQuery {
  /** `select … from … ` without order. */
  select: string
  from: string
  /** Conditions, each with its own numbered values. */
  where: readonly { sql(value: string): string; value: unknown }[]
  order: string
}
export interface Paging {
  skip?: number
  limit?: number
  total?: boolean
}

/** Runs it with the conditions whose value is given. */
export async function readPage<T>({ db, scope }: { db: CoreDb; scope: CoreScope }, { select, from, where, order }: PagedQuery, { skip = 0, limit = 50, total = true }: Paging): Promise<PageOf<T>> {
  const given = where.filter(({ value }) => value !== undefined)
  const values = given.map(({ value }) => value)
  const condition = given.length === 0 ? '' : ` where ${given.map(({ sql }, at) => sql(`$${at + 1}`)).join(' and ')}`
  const statements = [bind(`select ${select} from ${from}${condition} order by ${order} limit $${values.length + 1} offset $${values.length + 2}`, [...values, limit + 1, skip])]
  if (total) statements.push(bind(`select count(*)::int as count from ${from}${condition}`, values))
  const [rows = [], counts = []] = await db.batch(scope, statements)
  const items = rows.slice(0, limit) as T[]
  return { items, ...(total && { total: Number(counts[0]?.count ?? 0) }), skip, limit, next: null }
}
