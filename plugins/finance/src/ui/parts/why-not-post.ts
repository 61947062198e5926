import { useFormat, useT } from '@innoerp/sdk/ui'
import { difference, isZero, minorUnits } from '../../shared/amount.js'

export interface Sides {
  total_debit: string
  total_credit: string
  currency: string
}

/** Why an entry cannot be posted as it is; undefined where it can. */
export function useWhyNotPost({ total_debit, total_credit, currency }: Sides): string | undefined {
  const t = useT()
  const { money } = useFormat()
  if (isZero(total_debit) && isZero(total_credit)) return t('entry.noLines')
  const off = difference(total_debit, total_credit)
  if (isZero(off)) return undefined
  return t(off.startsWith('-') ? 'entry.debitMissing' : 'entry.creditMissing', { amount: money(off.replace('-', ''), { currency, digits: minorUnits(currency) }) })
}
