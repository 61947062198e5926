import type { ReactNode } from 'react'

export interface RecordLayoutProps {
  /** The record's path of states, above everything. */
  path?: ReactNode
  /** Cards: the document itself, the timeline. */
  children: ReactNode
  /** FactsPanel and other sections at the end; below the rest where the page is narrow. */
  facts: ReactNode
  /** Read to screen readers: what the facts are about. */
  factsLabel: string
}

/** The page of a record: content, and facts of 328 beside it. Belongs into `<PageFrame fill>`. */
export const RecordLayout = ({ path, children, facts, factsLabel }: RecordLayoutProps) => (
  <div className="io-record">
    <div className="io-record-main">
      {path}
      {children}
    </div>
    <aside className="io-record-facts" aria-label={factsLabel}>
      {facts}
    </aside>
  </div>
)
