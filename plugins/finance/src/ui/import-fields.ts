import type { ImportField } from '@innoerp/sdk/ui'
import type { AccountImportField } from '../shared/account-import.js'

const REQUIRED: readonly string[] = ['number', 'name', 'type']

/** What columns of other programs are called, beside the fields' own names. */
const ALIASES: Readonly<Record<AccountImportField, readonly string[]>> = {
  number: ['account', 'account number', 'code', 'konto', 'kontonummer', 'nr'],
  name: ['account name', 'description', 'bezeichnung', 'kontobezeichnung'],
  type: ['account type', 'kind', 'art', 'kontoart', 'typ'],
  parent: ['parent account', 'parent_id', 'group', 'obergruppe', 'gruppe', 'oberkonto'],
  is_group: ['header', 'ist gruppe', 'gruppenkonto'],
  currency: ['währung', 'waehrung'],
}

/** Fields of an account that a file can fill. */
export const importFields: readonly ImportField[] = Object.entries(ALIASES).map(([name, alias]) => ({ name, required: REQUIRED.includes(name), alias }))
