import { useFormat } from '@innoerp/sdk/ui'
import { ownFirst, type Sum } from '../amounts.js'

export interface MoneySumsProps {
  sums: readonly Sum[]
  /** Short, such as €2.27M, where there is little room; the whole amount is in the title and read out. */
  compact?: boolean
}

/** Amounts of several currencies, which cannot be added, one after the other; the organization's own first. */
export function MoneySums({ sums, compact = false }: MoneySumsProps) {
  const { money, settings } = useFormat()
  if (sums.length === 0) return null
  const ordered = ownFirst(sums, settings.currency)
  const whole = ordered.map(({ amount, currency }) => money(amount, { currency })).join(' + ')
  if (!compact) return <span className="io-num">{whole}</span>
  return (
    <span className="io-num" title={whole}>
      <span aria-hidden>{ordered.map(({ amount, currency }) => money(amount, { currency, style: 'compact' })).join(' + ')}</span>
      <span className="io-sr">{whole}</span>
    </span>
  )
}
