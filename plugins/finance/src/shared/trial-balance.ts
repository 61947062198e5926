import { Currency, Decimal, OneOf, PlainDate, Strict, Type, Uuid, type Static } from '@innoerp/sdk/contract'
import { ACCOUNT_TYPES } from './account.js'

/** Which posted entries count: from and to a day, both included, in one currency (the organization's unless given). */
export const TrialBalanceQuery = Strict({
  from: Type.Optional(PlainDate),
  to: Type.Optional(PlainDate),
  currency: Type.Optional(Currency),
})
export type TrialBalanceQuery = Static<typeof TrialBalanceQuery>

export const TrialBalanceRow = Type.Object({
  account: Type.Object({ id: Uuid, number: Type.String(), name: Type.String(), type: OneOf(ACCOUNT_TYPES) }),
  debit: Decimal,
  credit: Decimal,
  balance: Type.String({ description: 'Debit less credit' }),
})
export type TrialBalanceRow = Static<typeof TrialBalanceRow>

/** What was posted on each account in a period, by number. */
export const TrialBalance = Type.Object({
  currency: Currency,
  rows: Type.Array(TrialBalanceRow),
  totals: Type.Object({ debit: Decimal, credit: Decimal }),
  other_currencies: Type.Array(Currency, { description: 'Currencies of posted entries in the period that are not in these rows' }),
})
export type TrialBalance = Static<typeof TrialBalance>
