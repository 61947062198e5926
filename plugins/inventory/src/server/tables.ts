/** Tables of this module as its own statements name them. */
export const ITEM = 'mod_inventory.item'
export const LOCATION = 'mod_inventory.location'
export const STOCK = 'mod_inventory.stock'
