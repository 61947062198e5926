import { Item } from './item.js'

const { sku, name, description, unit, barcode, min_stock } = Item.properties

/** Fields that a file may fill. Stock comes by moves alone. */
export const IMPORT_FIELDS = { sku, name, description, unit, barcode, min_stock }
