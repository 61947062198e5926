import { decimalText, parseDecimal } from '@innoerp/sdk/ui'
import { difference, fits, isZero, sumOf } from '../shared/amount.js'
import type { Line, LineInput } from '../shared/entry.js'

/** A line as it stands in the inputs: amounts are text as people of the locale write them. */
export interface LineFields {
  /** Stays with the line while others come and go. */
  key: string
  account_id: string | null
  description: string
  partner: string
  debit: string
  credit: string
}
export type Side = 'debit' | 'credit'
export type LineProblem = 'account' | 'amount' | 'digits' | 'sides'

/** How amounts are written. */
export interface AmountRules {
  /** BCP 47 tag. */
  locale: string
  /** Digits after the point that the currency has. */
  digits: number
}

let made = 0
export const emptyLine = (): LineFields => ({ key: `line-${++made}`, account_id: null, description: '', partner: '', debit: '', credit: '' })

/** Lines of an entry as inputs. */
export const toFields = (lines: readonly Line[], { locale }: AmountRules): LineFields[] =>
  lines.map(({ account_id, description, partner, debit, credit }) => ({
    ...emptyLine(),
    account_id,
    description: description ?? '',
    partner: partner ?? '',
    debit: isZero(debit) ? '' : decimalText(debit, locale),
    credit: isZero(credit) ? '' : decimalText(credit, locale),
  }))

/** A line in which nothing was written; it is not saved. */
export const isBlank = ({ account_id, description, partner, debit, credit }: LineFields): boolean =>
  !account_id && [description, partner, debit, credit].every((text) => text.trim() === '')

/** What the API takes as an amount. */
const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/

/** What an amount's input says: an exact decimal, `0` where it is empty; undefined where it is no amount. */
export function amountOf(text: string, { locale }: AmountRules): string | undefined {
  if (text.trim() === '') return '0'
  const amount = parseDecimal(text, locale)
  return amount !== undefined && AMOUNT.test(amount) ? amount : undefined
}

/** What is wrong with a line; undefined for one that can be saved. */
export function problemOf(line: LineFields, rules: AmountRules): LineProblem | undefined {
  const [debit, credit] = [amountOf(line.debit, rules), amountOf(line.credit, rules)]
  if (debit === undefined || credit === undefined) return 'amount'
  if (!fits(debit, rules.digits) || !fits(credit, rules.digits)) return 'digits'
  if (!line.account_id) return 'account'
  return isZero(debit) === isZero(credit) ? 'sides' : undefined
}

/** Sums of both sides, of what can be read. */
export interface Balance {
  debit: string
  credit: string
  /** Debit less credit. */
  off: string
}
export function balanceOf(lines: readonly LineFields[], rules: AmountRules): Balance {
  const sum = (side: Side) => sumOf(lines.map((line) => amountOf(line[side], rules)))
  const [debit, credit] = [sum('debit'), sum('credit')]
  return { debit, credit, off: difference(debit, credit) }
}

/** The line with the side that is missing filled in, so that the entry balances; as it is where nothing is missing. */
export function balanced(lines: readonly LineFields[], line: LineFields, rules: AmountRules): LineFields {
  const { off } = balanceOf(lines.filter((one) => one !== line), rules)
  if (isZero(off)) return line
  const [side, other]: [Side, Side] = off.startsWith('-') ? ['debit', 'credit'] : ['credit', 'debit']
  return { ...line, [side]: decimalText(off.replace('-', ''), rules.locale), [other]: '' }
}

/** Lines as the API takes them; call only with lines that have no problem. */
export const toLines = (lines: readonly LineFields[], rules: AmountRules): LineInput[] =>
  lines.map(({ account_id, description, partner, debit, credit }) => ({
    account_id: account_id ?? '',
    description: description.trim() || null,
    partner: partner.trim() || null,
    ...(debit.trim() ? { debit: amountOf(debit, rules) ?? '' } : { credit: amountOf(credit, rules) ?? '' }),
  }))
