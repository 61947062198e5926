import type { Static } from '@sinclair/typebox'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../contract/context.js'
import type { AnyEntity, NewRecord, RecordPatch } from '../../contract/entity.js'
import type { TenantModelClass } from '../model/tenant-model.js'
import { columnsOf, quote, selectList, tableName } from './columns.js'
import { insertMany, insertsInto } from './inserts.js'
import { platformErrors } from './platform-errors.js'
import { bind, type Statement } from './statement.js'
import type { Row, Runner } from './runner.js'

export interface ChangeOptions {
  /** The `If-Match` header; a stale one is refused with 412. Without it the change is unconditional. */
  ifMatch?: string | undefined
  /** Statements that run in the same round trip and transaction, such as an event's. They do not run if the change finds no row. */
  also?: readonly Statement[]
}

/** What every kind of record can do. Errors: `NOT_FOUND` (404), `STALE_VERSION` (412). */
export interface Crud<E extends AnyEntity> {
  get(ctx: Context, id: string): Promise<Static<E>>
  find(ctx: Context, id: string): Promise<Static<E> | undefined>
  /** Inserts a record under a new id, or under `values.id` where the caller needs it beforehand (see `newId`). */
  insert(ctx: Context, values: NewRecord<E> & Partial<Static<E>>, options?: { also?: readonly Statement[] }): Promise<Static<E>>
  /** Inserts rows that give these columns, `id` among them, in one statement of the same text for any number of rows. */
  insertMany(ctx: Context, rows: readonly Row[], options: { columns: readonly string[]; also?: readonly Statement[] }): Promise<void>
  patch(ctx: Context, id: string, change: { values: RecordPatch<E> & Partial<Static<E>> } & ChangeOptions): Promise<Static<E>>
  /** Hides the record for 30 days, then it is purged. */
  remove(ctx: Context, id: string, options?: ChangeOptions): Promise<Static<E>>
  restore(ctx: Context, id: string): Promise<Static<E>>
}

/** A new id that sorts by time (RFC 9562, version 7). */
export const newId = (): string => uuid()

/** The versions that an `If-Match` header names; undefined for none or `*`. */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return [...ifMatch.matchAll(/"(\d{1,9})"/g)].map((match) => Number(match[1]))
}

export function crudOf<M extends TenantModelClass, E extends AnyEntity>(db: Runner, { model, schema }: { model: M; schema: string }): Crud<E> {
  const table = tableName(schema, model.tableName)
  const known = new Set(columnsOf(model.entity))
  const columns = selectList(model.entity)
  const byId = `select ${columns} from ${table} where id = $1 and deleted_at is null`
  const insertOne = insertsInto(model.entity, table)

  const find = async (ctx: Context, id: string) => (await db.run<Static<E>>(ctx, bind(byId, [id])))[0]
  const get = async (ctx: Context, id: string) => (await find(ctx, id)) ?? refuse(false)
  const change = async (ctx: Context, id: string, { set, values, ifMatch, also = [] }: { set: string; values: unknown[] } & ChangeOptions) => {
    const versions = versionsOf(ifMatch)
    const stale = versions ? ` and version = any($${values.length + 2}::int[])` : ''
    const text = `update ${table} set ${set}, version = version + 1, updated_at = now() where id = $1 and deleted_at is null${stale} returning ${columns}`
    const update = bind(text, [id, ...values, ...(versions ? [versions] : [])])
    const run = async (on: Context) => {
      const [row] = await db.run<Static<E>>(on, update)
      if (row === undefined) return refuse(versions !== undefined && (await find(on, id)) !== undefined)
      if (also.length > 0) await db.batch(on, also)
      return row
    }
    return also.length > 0 ? db.transaction(ctx, run) : run(ctx)
  }
  return {
    get,
    find,
    insert: async (ctx, values, { also = [] } = {}) =>
      (await db.batch(ctx, [insertOne({ id: newId(), ...values }), ...also]))[0]?.[0] as Static<E>,
    insertMany: async (ctx, rows, { columns: names, also = [] }) =>
      void (await db.batch(ctx, [insertMany(model.entity, table, { names, rows }), ...also])),
    patch: (ctx, id, { values, ...options }) => {
      const names = Object.keys(values).filter((name) => known.has(name) && (values as Row)[name] !== undefined)
      if (names.length === 0) return get(ctx, id)
      const set = names.map((name, i) => `${quote(name)} = $${i + 2}`).join(', ')
      return change(ctx, id, { set, values: names.map((name) => (values as Row)[name]), ...options })
    },
    remove: (ctx, id, options = {}) => change(ctx, id, { set: 'deleted_at = now()', values: [], ...options }),
    restore: async (ctx, id) => {
      const text = `update ${table} set deleted_at = null, version = version + 1, updated_at = now() where id = $1 and deleted_at > now() - interval '30 days' returning ${columns}`
      const [row] = await db.run<Static<E>>(ctx, bind(text, [id]))
      if (row === undefined) throw platformErrors.NOT_FOUND()
      return row
    },
  }
}

function refuse(isStale: boolean): never {
  throw isStale ? platformErrors.STALE_VERSION() : platformErrors.NOT_FOUND()
}
