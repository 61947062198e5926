import type { Context, DomainError, ErrorDetail } from '@innoerp/sdk/contract'
import { difference, fits, fixed, isZero, sumOf } from '../shared/amount.js'
import type { Line, LineInput } from '../shared/entry.js'
import type { AccountRepository, LineAccount } from './account-repository.js'
import { errors } from './errors.js'

/** The currency that an entry is kept in. */
export interface Money {
  currency: string
  digits: number
}

export interface Totals {
  total_debit: string
  total_credit: string
}

/** What the lines of an entry come to on each side. */
export const totalsOf = (lines: readonly Line[], { digits }: Money): Totals => ({
  total_debit: fixed(sumOf(lines.map(({ debit }) => debit)), digits),
  total_credit: fixed(sumOf(lines.map(({ credit }) => credit)), digits),
})

/** By how much the sides differ, without a sign; zero for an entry that balances. */
export const imbalance = ({ total_debit, total_credit }: Totals): string => difference(total_debit, total_credit).replace('-', '')

export type PrepareLines = (tx: Context, lines: readonly LineInput[], money: Money) => Promise<Line[]>

/**
 * Checks the lines of a draft, all of them before it refuses, and holds their accounts until the transaction ends. Errors: those of
 * the first wrong line, with every finding in `details` under `lines.<index>.<field>`.
 */
export const prepareLinesOf =
  (accounts: AccountRepository): PrepareLines =>
  async (tx, inputs, money) => {
    const held = await accounts.hold(tx, [...new Set(inputs.map(({ account_id }) => account_id))])
    const byId = new Map(held.map((account) => [account.id, account]))
    const found = inputs.flatMap((input, index) => findingsIn(input, byId.get(input.account_id), money).map((finding) => ({ ...finding, index })))
    const [first] = found
    if (first) throw first.make(found.map(({ field, index, make }): ErrorDetail => ({ field: `lines.${index}.${field}`, message: make([]).message })))
    return inputs.map((input) => lineOf(input, money))
  }

interface Finding {
  field: 'account_id' | 'debit' | 'credit'
  make(details: ErrorDetail[]): DomainError
}

function findingsIn(input: LineInput, account: LineAccount | undefined, money: Money): Finding[] {
  return [accountFinding(account, money), amountFinding(input, money)].filter((finding) => finding !== undefined)
}

function accountFinding(account: LineAccount | undefined, { currency }: Money): Finding | undefined {
  const at = (make: Finding['make']): Finding => ({ field: 'account_id', make })
  if (!account) return at((details) => errors.LINE_ACCOUNT({ details }))
  const { number } = account
  if (account.is_group) return at((details) => errors.LINE_GROUP({ values: { number }, details }))
  if (!account.is_active) return at((details) => errors.LINE_INACTIVE({ values: { number }, details }))
  const own = account.currency
  return own && own !== currency ? at((details) => errors.LINE_CURRENCY({ values: { number, currency: own }, details })) : undefined
}

function amountFinding({ debit = '0', credit = '0' }: LineInput, { currency, digits }: Money): Finding | undefined {
  if (isZero(debit) === isZero(credit)) return { field: isZero(debit) ? 'debit' : 'credit', make: (details) => errors.LINE_SIDES({ details }) }
  const wrong = (['debit', 'credit'] as const).find((side) => !fits(side === 'debit' ? debit : credit, digits))
  return wrong && { field: wrong, make: (details) => errors.LINE_DIGITS({ values: { currency, digits }, details }) }
}

const lineOf = ({ account_id, debit = '0', credit = '0', description = null, partner = null }: LineInput, { digits }: Money): Line => ({
  account_id,
  debit: fixed(debit, digits),
  credit: fixed(credit, digits),
  description,
  partner,
})
