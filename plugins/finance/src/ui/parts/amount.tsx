import { Money } from '@innoerp/sdk/ui'
import { isZero, minorUnits } from '../../shared/amount.js'

export interface AmountProps {
  value: string
  currency: string
  /** Shows nothing for zero, as in a column where the other side stands. */
  quiet?: boolean
  className?: string
}

/** An amount in a table whose head names the currency. */
export const Amount = ({ value, currency, quiet = false, className }: AmountProps) =>
  quiet && isZero(value) ? null : <Money value={value} currency={currency} style="plain" digits={minorUnits(currency)} {...(className && { className })} />
