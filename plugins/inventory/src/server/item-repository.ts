import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Item, ItemList } from '../shared/item.js'
import type { FoundItem, ItemLookup } from '../shared/lookup.js'
import { ITEM } from './tables.js'

export class ItemModel extends TenantModel {
  static override tableName = 'item'
  static override entity = Item
}

const TAKEN = `select lower(sku) as sku, lower(barcode) as barcode from ${ITEM}
  where (lower(sku) = any($1::text[]) or lower(barcode) = any($2::text[])) and deleted_at is null`
const LOOKUP = `select id, sku, name, unit, barcode, is_active, on_hand from ${ITEM}
  where (id = any($1::uuid[]) or lower(sku) = any($2::text[])) and deleted_at is null order by name, id`

/** SKUs and barcodes in small letters. */
export interface Codes {
  skus: readonly string[]
  barcodes: readonly string[]
}

export type ItemRepository = ReturnType<typeof createItemRepository>

export const createItemRepository = (db: TenantDb) => ({
  ...db.crud(ItemModel),
  list: db.list(ItemModel, ItemList),

  /** Which of these codes some item has. */
  taken: async (ctx: Context, { skus, barcodes }: Codes): Promise<{ skus: Set<string>; barcodes: Set<string> }> => {
    const rows = await db.run<{ sku: string; barcode: string | null }>(ctx, bind(TAKEN, [skus, barcodes]))
    return { skus: new Set(rows.map(({ sku }) => sku)), barcodes: new Set(rows.flatMap(({ barcode }) => barcode ?? [])) }
  },

  lookup: (ctx: Context, { ids = [], skus = [] }: ItemLookup) =>
    db.run<FoundItem>(ctx, bind(LOOKUP, [ids, skus.map((sku) => sku.toLowerCase())])),
})
