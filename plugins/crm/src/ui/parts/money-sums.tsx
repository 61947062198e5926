import { useFormat } from '@innoerp/sdk/ui'
import { ownFirst, type Sum } from '../amounts.js'

export interface MoneySumsProps {
  sums: readonly Sum[]
  /**
   * How much room there is: `all` for whole amounts; `compact` for short ones, such as €2.27M; `one` for the first currency alone,
   * with the number of the others. What is left out is in the title and read out.
   */
  room?: 'all' | 'compact' | 'one'
}

/** Amounts of several currencies, which cannot be added, one after the other; the organization's own first. */
export function MoneySums({ sums, room = 'all' }: MoneySumsProps) {
  const { money, settings } = useFormat()
  if (sums.length === 0) return null
  const ordered = ownFirst(sums, settings.currency)
  const whole = ordered.map(({ amount, currency }) => money(amount, { currency })).join(' + ')
  if (room === 'all') return <span className="io-num">{whole}</span>
  const short = ordered.map(({ amount, currency }) => money(amount, { currency, style: 'compact' }))
  const shown = room === 'one' ? short.slice(0, 1) : short
  return (
    <span className="io-num" title={whole}>
      <span aria-hidden>
        {shown.join(' + ')}
        {shown.length < short.length && ` +${short.length - shown.length}`}
      </span>
      <span className="io-sr">{whole}</span>
    </span>
  )
}
