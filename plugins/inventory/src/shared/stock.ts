import { Decimal, entity, listOf, OneOf, ReadOnly, Uuid, type Static } from '@innoerp/sdk/contract'
import { LOCATION_TYPES } from './location.js'

/** How much of an item lies at a location: the sum of its moves there. Over all locations it is 0, so virtual ones go below it. */
export const Stock = entity({
  item_id: ReadOnly(Uuid),
  location_id: ReadOnly(Uuid),
  location_type: ReadOnly(OneOf(LOCATION_TYPES)),
  quantity: ReadOnly(Decimal),
})
export type Stock = Static<typeof Stock>

export const StockList = listOf(Stock, {
  sort: ['quantity', 'updated_at'],
  search: [],
  filter: ['item_id', 'location_id', 'location_type'],
})
