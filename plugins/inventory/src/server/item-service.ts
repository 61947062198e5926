import { atField } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { itemEvents } from '../shared/events.js'
import { errors } from './errors.js'
import type { ItemRepository } from './item-repository.js'
import type { References } from './references.js'

interface Deps {
  items: ItemRepository
  references: References
  events: ModuleEvents
}

/** What the constraints of the table stand for. */
export const itemRules = {
  item_sku: () => atField('sku', errors.SKU_TAKEN),
  item_barcode: () => atField('barcode', errors.BARCODE_TAKEN),
}

/** Items. Errors: `INVENTORY_SKU_TAKEN`, `INVENTORY_BARCODE_TAKEN`, `INVENTORY_ITEM_IN_STOCK`, and those of every record. */
export const createItemService = ({ items, references, events }: Deps) =>
  recordService({
    records: items,
    events,
    types: itemEvents,
    created: ({ sku, name }) => ({ sku, name }),
    rules: () => itemRules,
    removing: references.removeItem,
  })
