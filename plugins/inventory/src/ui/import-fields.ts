import type { ImportField } from '@innoerp/sdk/ui'
import { IMPORT_FIELDS } from '../shared/item-import.js'

/** What columns of other programs are called, beside the fields' own names. */
const ALIASES: Readonly<Record<keyof typeof IMPORT_FIELDS, readonly string[]>> = {
  sku: ['article', 'article number', 'item number', 'part number', 'artikelnummer', 'art.-nr.'],
  name: ['item', 'title', 'bezeichnung', 'artikel'],
  description: ['text', 'details', 'beschreibung'],
  unit: ['uom', 'einheit', 'mengeneinheit'],
  barcode: ['ean', 'gtin', 'upc', 'strichcode'],
  min_stock: ['minimum', 'reorder level', 'mindestbestand', 'meldebestand'],
}
const REQUIRED: readonly string[] = ['sku', 'name']

/** Fields of an item that a file can fill. */
export const importFields: readonly ImportField[] = Object.keys(IMPORT_FIELDS).map((name) => ({
  name,
  required: REQUIRED.includes(name),
  alias: ALIASES[name as keyof typeof IMPORT_FIELDS],
}))
