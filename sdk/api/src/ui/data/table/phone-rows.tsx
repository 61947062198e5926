import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Avatar } from '../../parts/avatar.js'
import { Skeleton, SkeletonLines } from '../../parts/skeleton.js'
import { rowLink, rowTitle, type Column } from './column.js'
import type { PhoneRow } from './data-table-props.js'
import { phoneRowOf } from './phone-row.js'
import type { TableModel } from './use-table.js'

export interface PhoneRowsProps<T extends AnyRecord> {
  table: TableModel<T>
  columns: readonly Column<T>[]
  label: string
  peekable: boolean
  phoneRow: ((record: T) => PhoneRow) | undefined
}

/** The table on a phone: one link of two lines a record. */
export function PhoneRows<T extends AnyRecord>({ table, columns, label, peekable, phoneRow }: PhoneRowsProps<T>) {
  const row = phoneRow ?? phoneRowOf(columns)
  const avatar = columns.find((column) => column.avatar)?.avatar
  if (table.rows.loading) return <SkeletonLines rows={8} />
  return (
    <ul className="io-phone-rows" aria-label={label}>
      {table.rows.rows.map((record) => (
        <li key={record.id}>
          <RowLink to={rowLink(columns, record)} peek={peekable ? () => table.peek(record.id) : undefined}>
            {avatar && <Avatar name={rowTitle(columns, record)} id={record.id} square={avatar === 'square'} size={32} />}
            <RowText row={row(record)} />
          </RowLink>
        </li>
      ))}
      {table.rows.hasMore && <MoreRows table={table} />}
    </ul>
  )
}

interface RowLinkProps {
  to: string | undefined
  peek: (() => void) | undefined
  children: ReactNode
}

function RowLink({ to, peek, children }: RowLinkProps) {
  if (to !== undefined) {
    return (
      <Link className="io-phone-row" to={to}>
        {children}
      </Link>
    )
  }
  if (!peek) return <div className="io-phone-row">{children}</div>
  return (
    <button type="button" className="io-phone-row" onClick={peek}>
      {children}
    </button>
  )
}

const RowText = ({ row: { title, meta = [], figure, state } }: { row: PhoneRow }) => (
  <>
    <span className="io-grow">
      <bdi className="io-phone-title io-trunc">{title}</bdi>
      {meta.length > 0 && (
        <span className="io-phone-meta">
          {meta.map((part, index) => (
            <span key={index}>{part}</span>
          ))}
        </span>
      )}
    </span>
    <span className="io-phone-end">
      {figure}
      {state}
    </span>
  </>
)

function MoreRows<T>({ table: { rows } }: { table: TableModel<T> }) {
  const t = useT(KIT)
  return (
    <li>
      <button type="button" className="io-phone-more" onClick={() => void rows.loadMore()}>
        {rows.loadingMore ? <Skeleton width={120} /> : t(rows.moreFailed ? 'table.moreFailed' : 'table.more')}
      </button>
    </li>
  )
}
