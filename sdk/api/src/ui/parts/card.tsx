import type { ReactNode } from 'react'

export interface CardProps {
  title?: ReactNode
  /** Before the title, e.g. a ModuleTile. */
  icon?: ReactNode
  /** After the title, e.g. a count. */
  count?: ReactNode
  /** At the end of the head. */
  actions?: ReactNode
  /** Columns of a 12-column grid around it. */
  span?: 4 | 6 | 8 | 12
  /** Content to the edges: lists and tables. */
  flush?: boolean
  children: ReactNode
}

/** A surface with a hairline; never inside another card. */
export const Card = ({ title, icon, count, actions, span, flush = false, children }: CardProps) => (
  <section className="io-card" data-span={span}>
    {title && (
      <header className="io-card-head">
        {icon}
        <h2 className="io-trunc">{title}</h2>
        {count !== undefined && <span className="io-count">{count}</span>}
        <span className="io-grow" />
        {actions}
      </header>
    )}
    <div className="io-card-body" data-flush={flush || undefined}>
      {children}
    </div>
  </section>
)
