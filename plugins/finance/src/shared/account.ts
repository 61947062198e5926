import {
  Currency, entity, listOf, Name, OneOf, Optional, Type, Uuid,
  type NewRecord, type RecordPatch, type Static,
} from '@innoerp/sdk/contract'

/** What an account counts: the first three make the balance sheet, the others profit and loss. */
export const ACCOUNT_TYPES = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type AccountType = (typeof ACCOUNT_TYPES)[number]

/** Letters, digits, dots and dashes; begins with a letter or a digit. */
const AccountNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$', maxLength: 20, description: 'Unique in the organization, e.g. 1200' })

/**
 * An account of the chart. Groups only hold other accounts and take no lines. An account with a `currency` takes lines of entries in
 * that currency alone.
 */
export const Account = entity({
  number: AccountNumber,
  name: Name(200),
  type: OneOf(ACCOUNT_TYPES),
  parent_id: Optional(Uuid),
  is_group: Type.Boolean({ default: false }),
  currency: Optional(Currency),
  is_active: Type.Boolean({ default: true, description: 'Accounts that are not active take no new entries' }),
})
export type Account = Static<typeof Account>
export type NewAccount = NewRecord<typeof Account>
export type AccountPatch = RecordPatch<typeof Account>

export const AccountList = listOf(Account, {
  sort: ['number', 'name', 'type', 'updated_at'],
  search: ['number', 'name'],
  filter: ['type', 'parent_id', 'is_group', 'is_active'],
})

/** What a template made. */
export const AppliedTemplate = Type.Object({ accounts: Type.Integer(), journals: Type.Integer() })
export type AppliedTemplate = Static<typeof AppliedTemplate>
