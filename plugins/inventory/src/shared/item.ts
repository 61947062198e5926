import { Decimal, entity, listOf, Name, Optional, ReadOnly, Text, Type } from '@innoerp/sdk/contract'
import type { NewRecord, RecordPatch, Static } from '@innoerp/sdk/contract'
import { Quantity } from './quantity.js'

/** Letters, digits and ` . _ / + -`; begins with a letter or a digit. */
const Sku = Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/+-]{0,39}$', maxLength: 40, description: 'Stock keeping unit' })
const Barcode = Type.String({ pattern: '^[!-~]{1,48}$', maxLength: 48, description: 'As it is scanned, e.g. an EAN' })

/**
 * Something that is kept in stock. `sku` and `barcode` are unique, whatever their case. `on_hand` is what lies at internal locations;
 * it `is_low` while that is below `min_stock`.
 */
export const Item = entity({
  sku: Sku,
  name: Name(200),
  description: Optional(Text(20_000)),
  unit: Name(20, { default: 'pcs' }),
  barcode: Optional(Barcode),
  min_stock: Optional(Quantity),
  is_active: Type.Boolean({ default: true }),
  on_hand: ReadOnly(Decimal),
  is_low: ReadOnly(Type.Boolean()),
})
export type Item = Static<typeof Item>
export type NewItem = NewRecord<typeof Item>
export type ItemPatch = RecordPatch<typeof Item>

export const ItemList = listOf(Item, {
  sort: ['name', 'sku', 'on_hand', 'updated_at'],
  search: ['name', 'sku', 'barcode'],
  filter: ['is_active', 'is_low', 'sku', 'barcode', 'unit'],
})
