import type { Static } from '@sinclair/typebox'
import type { Context } from '../../contract/context.js'
import type { AnyEntity, NewRecord, RecordPatch } from '../../contract/entity.js'
import type { EventData, EventType } from '../../contract/events.js'
import type { ListParams, PageOf } from '../../contract/list.js'
import type { CreatedData, RecordEvents } from '../../contract/record-events.js'
import { newId, type Crud } from '../database/crud.js'
import type { ListReader } from '../database/list-reader.js'
import type { ModuleEvents } from '../define-module.js'
import { withRules, type Rules } from './rules.js'

/** A change of a record and the `If-Match` header it came with. */
export interface RecordChange<E extends AnyEntity> {
  values: RecordPatch<E>
  ifMatch: string | undefined
}

/** What can be done with every kind of record; {@link crudRoutes} mounts it. */
export interface RecordService<E extends AnyEntity> {
  list(ctx: Context, params: ListParams): Promise<PageOf<Static<E>>>
  get(ctx: Context, id: string): Promise<Static<E>>
  create(ctx: Context, input: NewRecord<E>): Promise<Static<E>>
  patch(ctx: Context, id: string, change: RecordChange<E>): Promise<Static<E>>
  /** Hides the record for 30 days. */
  remove(ctx: Context, id: string, options: { ifMatch: string | undefined }): Promise<void>
  restore(ctx: Context, id: string): Promise<Static<E>>
}

export interface RecordServiceOptions<E extends AnyEntity, R extends RecordEvents> {
  /** Where the records are: `{ ...db.crud(Model), list: db.list(Model, spec) }`. */
  records: Crud<E> & { list: ListReader<E> }
  events: ModuleEvents
  /** What is told of these records, each in the transaction of its change. */
  types: R
  /** What the event of a creation says besides the id. */
  created(input: NewRecord<E>): CreatedData<R>
  /** Values that a creation takes where its input has none. */
  defaults?(ctx: Context, input: NewRecord<E>): Partial<NewRecord<E>>
  /** Which errors the constraints of the database stand for; `values` is undefined where a record is deleted or restored. */
  rules?(values: RecordPatch<E> | undefined): Rules
  /** Before a record is written, outside of the transaction: refuses by throwing. */
  check?(ctx: Context, values: RecordPatch<E>): Promise<void>
  /** The same inside of the transaction; `id` is undefined for a creation. Without it a creation is one round trip. */
  saving?(tx: Context, values: RecordPatch<E>, id: string | undefined): Promise<void>
  /** In the transaction of a deletion, before it. */
  removing?(tx: Context, id: string): Promise<void>
  /** In the transaction that brings a record back, before it is there. */
  restoring?(tx: Context, id: string): Promise<void>
}

/**
 * Records with their events: what a module does with each kind of them, and hooks for what is special about one. A service that needs
 * more overrides a verb: `{ ...recordService(…), patch: … }`. Errors: those of every record, and what the hooks and rules throw.
 */
export function recordService<E extends AnyEntity, R extends RecordEvents>(options: RecordServiceOptions<E, R>): RecordService<E> {
  const { records, types, rules = noRules } = options
  const tell = teller(options)
  return {
    list: (ctx, params) => records.list(ctx, params),
    get: (ctx, id) => records.get(ctx, id),
    create: (ctx, input) => createRecord(options, ctx, input),

    patch: async (ctx, id, { values, ifMatch }) => {
      await options.check?.(ctx, values)
      return withRules(rules(values), () =>
        ctx.transaction(async (tx) => {
          await options.saving?.(tx, values, id)
          const record = await records.patch(tx, id, { values, ifMatch })
          await tell(tx, types.updated, { record, fields: Object.keys(values) })
          return record
        }),
      )
    },

    remove: (ctx, id, { ifMatch }) =>
      withRules(rules(undefined), () =>
        ctx.transaction(async (tx) => {
          await options.removing?.(tx, id)
          await tell(tx, types.deleted, { record: await records.remove(tx, id, { ifMatch }) })
        }),
      ),

    restore: (ctx, id) =>
      withRules(rules(undefined), () =>
        ctx.transaction(async (tx) => {
          await options.restoring?.(tx, id)
          const record = await records.restore(tx, id)
          await tell(tx, types.restored, { record })
          return record
        }),
      ),
  }
}

const noRules = (): Rules => ({})

/** Without a `saving` hook, the row and its event are one round trip. */
async function createRecord<E extends AnyEntity, R extends RecordEvents>(options: RecordServiceOptions<E, R>, ctx: Context, input: NewRecord<E>): Promise<Static<E>> {
  const { records, events, types, saving, rules = noRules } = options
  await options.check?.(ctx, input)
  const id = newId()
  const values = { ...filledIn(input, options.defaults?.(ctx, input) ?? {}), id }
  const insert = (on: Context) => {
    const data = { [types.idField]: id, ...options.created(values) } as EventData<R['created']>
    const created = events.statement(on, types.created, { data, aggregate_id: id, aggregate_version: 1 })
    return records.insert(on, values as NewRecord<E> & Partial<Static<E>>, { also: [created] })
  }
  return withRules(rules(values), async () => {
    if (!saving) return insert(ctx)
    return ctx.transaction(async (tx) => {
      await saving(tx, values, undefined)
      return insert(tx)
    })
  })
}

/** The input with `defaults` where it has no value. */
const filledIn = <T extends object>(input: T, defaults: Partial<T>): T => {
  const missing = Object.entries(defaults).filter(([name]) => ((input as Record<string, unknown>)[name] ?? null) === null)
  return { ...input, ...Object.fromEntries(missing) }
}

const teller =
  <E extends AnyEntity, R extends RecordEvents>({ events, types }: RecordServiceOptions<E, R>) =>
  (tx: Context, type: EventType, { record, ...more }: { record: Static<E>; fields?: string[] }): Promise<void> => {
    const { id, version } = record as { id: string; version: number }
    return events.publish(tx, type, { data: { [types.idField]: id, ...more }, aggregate_id: id, aggregate_version: version })
  }
