import { escapeFormula } from '@innoerp/sdk/server'
import { stringify } from 'csv-stringify/sync'
import type { TrialBalance } from '../shared/trial-balance.js'

const HEADER = ['number', 'account', 'type', 'debit', 'credit', 'balance', 'currency']

/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\uFEFF'

/** A trial balance as CSV (RFC 4180), one line an account and one for the totals. Words are escaped; amounts are plain numbers. */
export function trialBalanceCsv({ rows, totals, currency }: TrialBalance): string {
  const lines = rows.map(({ account: { number, name, type }, debit, credit, balance }) => [escapeFormula(number), escapeFormula(name), type, debit, credit, balance, currency])
  return BOM + stringify([HEADER, ...lines, ['', '', 'total', totals.debit, totals.credit, '', currency]], { record_delimiter: 'windows' })
}
