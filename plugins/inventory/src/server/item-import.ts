import { withRules, type ImportSpec, type ModuleEvents } from '@innoerp/sdk/server'
import { ItemImported } from '../shared/events.js'
import { IMPORT_FIELDS } from '../shared/item-import.js'
import { errors } from './errors.js'
import type { ItemRepository } from './item-repository.js'
import { itemRules } from './item-service.js'

interface Deps {
  items: ItemRepository
  events: ModuleEvents
}

const COLUMNS = ['id', 'is_active', ...Object.keys(IMPORT_FIELDS)]

/** How items are taken out of a file; their stock comes by moves. */
export const createItemImport = ({ items, events }: Deps): ImportSpec => ({
  noun: 'item',
  fields: IMPORT_FIELDS,
  required: { sku: 'An item needs a SKU.', name: 'An item needs a name.' },
  unique: ['sku', 'barcode'],
  errors,

  judge: async (ctx, rows) => {
    const codes = (field: string) => rows.flatMap(({ values }) => values[field]?.toLowerCase() ?? [])
    const taken = await items.taken(ctx, { skus: codes('sku'), barcodes: codes('barcode') })
    for (const { values, fail } of rows) {
      if (values.sku && taken.skus.has(values.sku.toLowerCase())) fail('sku', `Another item has the SKU “${values.sku}”.`)
      if (values.barcode && taken.barcodes.has(values.barcode.toLowerCase())) fail('barcode', `Another item has the barcode “${values.barcode}”.`)
    }
  },

  insert: (tx, rows) => {
    const imported = events.statement(tx, ItemImported, { data: { item_ids: rows.map(({ id }) => id) } })
    const made = rows.map(({ id, values }) => ({ ...values, id, is_active: true }))
    return withRules(itemRules, () => items.insertMany(tx, made, { columns: COLUMNS, also: [imported] }))
  },
})
