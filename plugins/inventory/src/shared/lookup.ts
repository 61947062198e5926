import { Strict, Type, type Static } from '@innoerp/sdk/contract'
import type { Item } from './item.js'

const Id = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' })

/** What `inventory.item.lookup` takes: items by their ids, by their SKUs whatever the case, or both. */
export const ItemLookup = Strict({
  ids: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  skus: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200 })),
})
export type ItemLookup = Static<typeof ItemLookup>

/** What it tells of each; what is not found is not in the answer. */
export type FoundItem = Pick<Item, 'id' | 'sku' | 'name' | 'unit' | 'barcode' | 'is_active' | 'on_hand'>
