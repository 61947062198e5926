import { errorTable } from '@innoerp/sdk/contract'
import { IMPORT_ERRORS } from '@innoerp/sdk/server'

/** Coded errors of this module; each says what to do next. */
export const errors = errorTable('INVENTORY', {
  SKU_TAKEN: ['conflict', 'Another item has this SKU. Choose another SKU.'],
  BARCODE_TAKEN: ['conflict', 'Another item has this barcode. Choose another barcode or leave the field empty.'],
  ITEM_MISSING: ['unprocessable', 'There is no such item. Choose another one.'],
  ITEM_DELETED: ['conflict', 'This item is deleted. Restore it first or choose another one.'],
  ITEM_IN_STOCK: ['conflict', 'There is stock of this item. Move it out of your locations first, then delete the item.'],
  LOCATION_MISSING: ['unprocessable', 'There is no such location. Choose another one.'],
  LOCATION_DELETED: ['conflict', 'This location is deleted. Restore it first or choose another one.'],
  LOCATION_CODE_TAKEN: ['conflict', 'Another location has this code. Choose another code.'],
  LOCATION_CIRCLE: ['unprocessable', 'A location cannot stand below itself or below one of its own. Choose another location above it.'],
  LOCATION_IN_STOCK: ['conflict', 'There is stock at this location. Move it to another one first, then delete the location.'],
  LOCATION_IN_USE: ['conflict', 'Other locations stand below this one. Move or delete them first.'],
  LOCATION_TYPE_USED: ['conflict', 'Stock has moved through this location, so its type stays. Make a new location of the other type.'],
  LOCATION_VIRTUAL: ['conflict', 'Every organization needs this location for what comes from and goes to others. It cannot be deleted.'],
  SAME_LOCATION: ['unprocessable', 'The move would end where it begins. Choose another location.'],
  NOT_ENOUGH: ['conflict', 'There is not enough at the location that the move takes from. Move less, or receive more first.'],
  ALREADY_REVERSED: ['conflict', 'This move was reversed already. Reverse the later move, or post a new one.'],
  ...IMPORT_ERRORS,
})
