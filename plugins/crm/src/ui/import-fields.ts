import type { ImportField } from '@innoerp/sdk/ui'
import { IMPORT_FIELDS } from '../shared/company-import.js'

/** What columns of other programs are called, beside the fields' own names. */
const ALIASES: Partial<Record<(typeof IMPORT_FIELDS)[number], readonly string[]>> = {
  name: ['company', 'company name', 'customer', 'organization', 'firma', 'firmenname', 'kunde'],
  email: ['mail', 'e-mail address'],
  phone: ['telephone', 'tel', 'telefon', 'telefonnummer'],
  website: ['web', 'url', 'homepage', 'internet'],
  industry: ['sector', 'branche'],
  street: ['address', 'address line 1', 'strasse', 'adresse', 'anschrift'],
  city: ['town', 'ort', 'stadt'],
  region: ['state', 'province', 'bundesland'],
  postal_code: ['zip', 'zip code', 'postcode', 'plz', 'postleitzahl'],
  country: ['land', 'staat'],
}

/** Fields of a company that a file can fill. */
export const importFields: readonly ImportField[] = IMPORT_FIELDS.map((name) => ({ name, required: name === 'name', alias: ALIASES[name] ?? [] }))
