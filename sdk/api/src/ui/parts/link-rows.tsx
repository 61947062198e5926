import type { ReactNode } from 'react'
import { useModule } from '../host/module-context.js'
import { AppLink } from './app-link.js'

export interface LinkRow {
  id: string
  /** Below the module's base path, e.g. `/contacts?open=…`. */
  to: string
  /** At the start, e.g. an Avatar of 24. */
  lead?: ReactNode
  title: ReactNode
  /** A quiet second line. */
  second?: ReactNode
  /** At the end: a figure, a state. */
  end?: ReactNode
}

export interface LinkRowsProps {
  rows: readonly LinkRow[]
  /** Said where there are none. */
  none: string
}

/** A few related records, each leading to its page: in a flush Card, in a section of a panel, in a dashboard's widget. */
export function LinkRows({ rows, none }: LinkRowsProps) {
  const base = useModule()?.basePath ?? ''
  if (rows.length === 0) return <p className="io-cap io-rows-none">{none}</p>
  return (
    <ul className="io-rows">
      {rows.map(({ id, to, lead, title, second, end }) => (
        <li key={id}>
          <AppLink href={base + to}>
            {lead}
            <span className="io-col io-grow">
              <bdi className="io-trunc io-strong">{title}</bdi>
              {second && <span className="io-cap io-trunc">{second}</span>}
            </span>
            {end}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
