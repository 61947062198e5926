import type { Context } from '@innoerp/sdk/contract'
import type { ImportedRow, ImportSpec, JudgedRow, ModuleEvents } from '@innoerp/sdk/server'
import type { AccountType } from '../shared/account.js'
import { IMPORT_FIELDS } from '../shared/account-import.js'
import { AccountImported } from '../shared/events.js'
import type { AccountRepository, AccountRow } from './account-repository.js'
import { errors } from './errors.js'

interface Deps {
  accounts: AccountRepository
  events: ModuleEvents
}

/** How accounts are taken out of a file. */
export const createAccountImport = ({ accounts, events }: Deps): ImportSpec => ({
  noun: 'account',
  fields: IMPORT_FIELDS,
  required: { number: 'An account needs a number.', name: 'An account needs a name.', type: 'An account needs a type.' },
  unique: ['number'],
  errors,
  judge: (ctx, rows) => judge(accounts, ctx, rows),
  insert: (tx, rows) => {
    const imported = events.statement(tx, AccountImported, { data: { account_ids: rows.map(({ id }) => id) } })
    return accounts.insertRows(tx, rows.map(rowOf), [imported])
  },
})

/** Refuses numbers that are taken, and puts ids in the place of the numbers of parents. */
async function judge(accounts: AccountRepository, ctx: Context, rows: readonly JudgedRow[]): Promise<void> {
  const numbers = rows.flatMap(({ values: { number, parent } }) => [number, parent]).filter((number) => number !== undefined)
  const known = new Map((await accounts.byNumbers(ctx, numbers)).map(({ number, id, is_group }) => [number.toLowerCase(), { id, isGroup: is_group, isStored: true }]))
  for (const { id, values, fail } of rows) {
    const number = values.number?.toLowerCase() ?? ''
    if (known.get(number)?.isStored) fail('number', `Another account has the number ${values.number}.`)
    const parent = values.parent === undefined ? undefined : known.get(values.parent.toLowerCase())
    if (values.parent !== undefined && !parent?.isGroup) fail('parent', `${values.parent} is no group of accounts, neither here nor in a row above.`)
    if (parent) values.parent_id = parent.id
    if (!known.has(number)) known.set(number, { id, isGroup: values.is_group === 'true', isStored: false })
  }
}

const rowOf = ({ id, values: { number = '', name = '', type, parent_id, is_group, currency } }: ImportedRow): AccountRow => ({
  id,
  number,
  name,
  type: type as AccountType,
  parent_id: parent_id ?? null,
  is_group: is_group === 'true',
  currency: currency ?? null,
  is_active: true,
})
