import { formOf } from '@innoerp/sdk/ui'
import { Item, type NewItem } from '../shared/item.js'
import { Location, type NewLocation } from '../shared/location.js'
import { Move, type NewMove } from '../shared/move.js'
import { items, locations, MOVED, moves } from './inventory-api.js'
import { itemKind, locationKind } from './kinds.js'

export const itemForm = formOf<Item, NewItem>({
  name: 'item',
  schema: Item,
  target: items,
  layout: ['name', ['sku', 'barcode'], ['unit', 'min_stock'], 'description', 'is_active'],
  fields: { min_stock: { kind: 'decimal' }, description: { lines: 3 } },
})

export const locationForm = formOf<Location, NewLocation>({
  name: 'location',
  schema: Location,
  target: locations,
  layout: [['name', 'code'], 'type', 'parent_id'],
  fields: { parent_id: { of: locationKind } },
})

export const moveForm = formOf<Move, NewMove>({
  name: 'move',
  schema: Move,
  target: moves,
  layout: ['item_id', 'quantity', 'from_location_id', 'to_location_id', 'reference'],
  fields: {
    item_id: { of: itemKind },
    quantity: { kind: 'decimal' },
    from_location_id: { of: locationKind },
    to_location_id: { of: locationKind },
  },
  also: MOVED,
})
