import type { Context } from '@innoerp/sdk/contract'
import { bind, type TenantDb } from '@innoerp/sdk/server'
import { fixed, minorUnits, sumOf } from '../shared/amount.js'
import type { AccountType } from '../shared/account.js'
import type { TrialBalance, TrialBalanceQuery } from '../shared/trial-balance.js'
import { ACCOUNT, ENTRY, LINE } from './tables.js'

const IN_PERIOD = `e.state = 'posted' and ($1::date is null or e.date >= $1) and ($2::date is null or e.date <= $2)`
const ROWS = `select a.id, a.number, a.name, a.type, sum(l.debit) as debit, sum(l.credit) as credit, sum(l.debit - l.credit) as balance
  from ${ENTRY} e join ${LINE} l on l.entry_id = e.id join ${ACCOUNT} a on a.id = l.account_id
  where ${IN_PERIOD} and e.currency = $3
  group by a.organization_id, a.id order by a.number`
const OTHERS = `select distinct e.currency from ${ENTRY} e where ${IN_PERIOD} and e.currency <> $3 order by 1`

interface Sums {
  id: string
  number: string
  name: string
  type: AccountType
  debit: string
  credit: string
  balance: string
}

export type ReadTrialBalance = (ctx: Context, query: TrialBalanceQuery) => Promise<TrialBalance>

/** What was posted on each account in a period. The totals are equal, since every posted entry balances. */
export const createReadTrialBalance =
  (db: TenantDb): ReadTrialBalance =>
  async (ctx, { from, to, currency = ctx.organization.currency }) => {
    const values = [from, to, currency]
    const [rows = [], others = []] = await db.batch(ctx, [bind(ROWS, values), bind(OTHERS, values)])
    const digits = minorUnits(currency)
    const sums = (rows as unknown as Sums[]).map(({ debit, credit, balance, ...account }) => ({
      account,
      debit: fixed(debit, digits),
      credit: fixed(credit, digits),
      balance: fixed(balance, digits),
    }))
    const total = (side: 'debit' | 'credit') => fixed(sumOf(sums.map((row) => row[side])), digits)
    return { currency, rows: sums, totals: { debit: total('debit'), credit: total('credit') }, other_currencies: others.map((row) => String(row.currency)) }
  }
