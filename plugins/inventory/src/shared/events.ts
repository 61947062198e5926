import { event, Nullable, OneOf, recordEvents, Type, Uuid } from '@innoerp/sdk/contract'
import { LOCATION_TYPES } from './location.js'

export const itemEvents = recordEvents('inventory.item', { sku: Type.String(), name: Type.String() })
/** Some of the items of one import, at most a thousand; an import of more publishes several. */
export const ItemImported = event('inventory.item.imported', 1, Type.Object({ item_ids: Type.Array(Uuid) }))

export const locationEvents = recordEvents('inventory.location', { name: Type.String(), type: OneOf(LOCATION_TYPES) })

/** Stock went from one place to another; the quantity is an exact decimal. */
export const MovePosted = event(
  'inventory.move.posted',
  1,
  Type.Object({
    move_id: Uuid,
    item_id: Uuid,
    quantity: Type.String(),
    from_location_id: Uuid,
    to_location_id: Uuid,
    reference: Nullable(Type.String()),
    reverses_id: Nullable(Uuid),
  }),
)
