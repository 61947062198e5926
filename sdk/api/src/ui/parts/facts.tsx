import { Fragment, type ReactNode } from 'react'

export interface Fact {
  label: string
  value: ReactNode
}

/** Labels and their values, one a line; read only. */
export const Facts = ({ items }: { items: readonly Fact[] }) => (
  <dl className="io-facts">
    {items.map(({ label, value }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)
