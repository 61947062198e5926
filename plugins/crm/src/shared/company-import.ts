import type { Company } from './company.js'

/** Fields that a file may fill. An owner is a person of the organization, which no file can name. */
export const IMPORT_FIELDS = [
  'name', 'email', 'phone', 'website', 'industry', 'street', 'city', 'region', 'postal_code', 'country',
] as const satisfies readonly (keyof typeof Company.properties)[]
