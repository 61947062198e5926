import type { LocationType } from '../shared/location.js'

/** A location that every organization has from the beginning. */
export interface VirtualLocation {
  type: LocationType
  name: string
}

/** Their names by language; English for all others. */
const NAMES = {
  en: { supplier: 'Suppliers', customer: 'Customers', loss: 'Losses' },
  de: { supplier: 'Lieferanten', customer: 'Kunden', loss: 'Verluste' },
} as const
const TYPES = ['supplier', 'customer', 'loss'] as const

/** The virtual locations for an organization of `locale`, a BCP 47 tag. */
export function virtualLocations(locale: string): VirtualLocation[] {
  const names = /^de\b/i.test(locale) ? NAMES.de : NAMES.en
  return TYPES.map((type) => ({ type, name: names[type] }))
}
