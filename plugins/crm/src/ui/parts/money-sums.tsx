import { Fragment } from 'react'
import { Money } from '@innoerp/sdk/ui'
import type { Sum } from '../amounts.js'

/** Amounts of several currencies, which cannot be added, one after the other. */
export const MoneySums = ({ sums }: { sums: readonly Sum[] }) =>
  sums.map(({ amount, currency }, index) => (
    <Fragment key={currency}>
      {index > 0 && ' + '}
      <Money value={amount} currency={currency} />
    </Fragment>
  ))
