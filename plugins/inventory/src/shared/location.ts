import { entity, listOf, Name, OneOf, Optional, ReadOnly, Type, Uuid } from '@innoerp/sdk/contract'
import type { NewRecord, RecordPatch, Static } from '@innoerp/sdk/contract'

/** Internal locations hold what the organization has. The others stand for where it comes from and goes to. */
export const LOCATION_TYPES = ['internal', 'supplier', 'customer', 'loss'] as const
export type LocationType = (typeof LOCATION_TYPES)[number]

const Code = Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,29}$', maxLength: 30, description: 'Short name, e.g. WH/A1' })

/**
 * A place that stock moves from and to. Every organization has one for suppliers, customers and losses from the beginning
 * (`is_virtual`). Locations stand below each other without circles; `code` is unique, whatever its case.
 */
export const Location = entity({
  name: Name(120),
  code: Optional(Code),
  type: OneOf(LOCATION_TYPES, { default: 'internal' }),
  parent_id: Optional(Uuid),
  is_virtual: ReadOnly(Type.Boolean()),
})
export type Location = Static<typeof Location>
export type NewLocation = NewRecord<typeof Location>
export type LocationPatch = RecordPatch<typeof Location>

export const LocationList = listOf(Location, {
  sort: ['name', 'code', 'type', 'updated_at'],
  search: ['name', 'code'],
  filter: ['type', 'parent_id', 'code', 'is_virtual'],
})
