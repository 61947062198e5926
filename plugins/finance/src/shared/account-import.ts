import { OneOf, Type } from '@innoerp/sdk/contract'
import { Account } from './account.js'

const { number, name, type, currency } = Account.properties

/** Fields that a file may fill: `parent` is the number of a group, one that is there or one of a row above. */
export const IMPORT_FIELDS = {
  number,
  name,
  type,
  parent: Type.String({ maxLength: 20 }),
  is_group: OneOf(['false', 'true'], { default: 'false' }),
  currency,
}
export type AccountImportField = keyof typeof IMPORT_FIELDS
