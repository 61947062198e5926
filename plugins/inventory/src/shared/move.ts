import { entity, listOf, Name, Optional, ReadOnly, Timestamp, Type, Uuid, Nullable, type NewRecord, type Static } from '@innoerp/sdk/contract'
import { MovedQuantity } from './quantity.js'

/**
 * Something went from one place to another. A move is written once and never changed or deleted: a wrong one is corrected by its
 * reverse, which names it in `reverses_id`. Without `moved_at` it happens now.
 */
export const Move = entity({
  item_id: Uuid,
  quantity: MovedQuantity,
  from_location_id: Uuid,
  to_location_id: Uuid,
  reference: Optional(Name(120)),
  moved_at: Type.Optional(Timestamp),
  reverses_id: ReadOnly(Nullable(Uuid)),
})
export type Move = Static<typeof Move>
export type NewMove = NewRecord<typeof Move>

export const MoveList = listOf(Move, {
  sort: ['moved_at', 'created_at', 'quantity'],
  search: ['reference'],
  filter: ['item_id', 'from_location_id', 'to_location_id', 'reverses_id', 'reference', 'created_by'],
})
