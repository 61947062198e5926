import { atField, type Context, type ErrorMaker } from '@innoerp/sdk/contract'
import { bind, treeLock, type Row, type Statement, type TenantDb } from '@innoerp/sdk/server'
import type { NewMove } from '../shared/move.js'
import { errors } from './errors.js'
import { ITEM, LOCATION, STOCK } from './tables.js'

const HOLD_TREE = treeLock('mod_inventory')
// Moves of one item come one after the other: who moves it holds it.
const HOLD_ITEM = `select id, deleted_at is not null as deleted from ${ITEM} where id = $1 for no key update`
// The lock keeps locations from being deleted before the move has committed.
const HOLD_LOCATIONS = `select id, deleted_at is not null as deleted from ${LOCATION} where id = any($1::uuid[]) order by id for share`
const LOCK_LOCATION = `select is_virtual from ${LOCATION} where id = $1 for update`
const ITEM_IN_STOCK = `select exists (select from ${STOCK} where item_id = $1 and location_type = 'internal' and quantity <> 0) as used`
const LOCATION_IN_STOCK = `select exists (select from ${STOCK} where location_id = $1 and quantity <> 0) as used`
const LOCATION_IN_USE = `select exists (select from ${LOCATION} where parent_id = $1 and deleted_at is null) as used`

export type References = ReturnType<typeof createReferences>

/** Refuses what points at nothing, and to delete what is pointed at. Ids of other organizations and ids of nobody get the same answer. */
export const createReferences = (db: TenantDb) => {
  const isUsed = (rows: Row[] | undefined): boolean => rows?.[0]?.used === true
  const run = (tx: Context, ...statements: Statement[]) => db.batch(tx, statements)
  return {
    /** Holds what a move names until the transaction ends. Errors: `…_ITEM_MISSING`, `…_ITEM_DELETED`, `…_LOCATION_MISSING`, `…_LOCATION_DELETED`. */
    holdMove: async (tx: Context, { item_id, from_location_id, to_location_id }: NewMove): Promise<void> => {
      const places = { from_location_id, to_location_id }
      const [items, locations = []] = await run(tx, bind(HOLD_ITEM, [item_id]), bind(HOLD_LOCATIONS, [Object.values(places)]))
      requireLiving(items?.[0], { field: 'item_id', missing: errors.ITEM_MISSING, deleted: errors.ITEM_DELETED })
      for (const [field, id] of Object.entries(places)) requireLocation(locations.find((row) => row.id === id), field)
    },

    /** Holds the location above. Errors: `INVENTORY_LOCATION_MISSING`, `INVENTORY_LOCATION_DELETED`. */
    placeLocation: async (tx: Context, { parent_id }: { parent_id?: string | null }): Promise<void> => {
      if (!parent_id) return
      const [, parents] = await run(tx, HOLD_TREE, bind(HOLD_LOCATIONS, [[parent_id]]))
      requireLocation(parents?.[0], 'parent_id')
    },

    /** Errors: `INVENTORY_ITEM_IN_STOCK`. */
    removeItem: async (tx: Context, id: string): Promise<void> => {
      const [, stock] = await run(tx, bind(HOLD_ITEM, [id]), bind(ITEM_IN_STOCK, [id]))
      if (isUsed(stock)) throw errors.ITEM_IN_STOCK()
    },

    /** Errors: `INVENTORY_LOCATION_VIRTUAL`, `INVENTORY_LOCATION_IN_STOCK`, `INVENTORY_LOCATION_IN_USE`. */
    removeLocation: async (tx: Context, id: string): Promise<void> => {
      const [, location, stock, below] = await run(tx, HOLD_TREE, bind(LOCK_LOCATION, [id]), bind(LOCATION_IN_STOCK, [id]), bind(LOCATION_IN_USE, [id]))
      if (location?.[0]?.is_virtual === true) throw errors.LOCATION_VIRTUAL()
      if (isUsed(stock)) throw errors.LOCATION_IN_STOCK()
      if (isUsed(below)) throw errors.LOCATION_IN_USE()
    },
  }
}

const requireLocation = (row: Row | undefined, field: string): void =>
  requireLiving(row, { field, missing: errors.LOCATION_MISSING, deleted: errors.LOCATION_DELETED })

function requireLiving(row: Row | undefined, { field, missing, deleted }: { field: string; missing: ErrorMaker; deleted: ErrorMaker }): void {
  if (!row) throw atField(field, missing)
  if (row.deleted === true) throw atField(field, deleted)
}
