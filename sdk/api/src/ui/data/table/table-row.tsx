import { memo } from 'react'
import { Link } from 'react-router'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { alignOf, rowTitle, type Column } from './column.js'

export interface TableRowProps<T> {
  record: T
  columns: readonly Column<T>[]
  selectable: boolean
  selected: boolean
  /** The table's tab stop is in this row. */
  current: boolean
  /** The panel shows this row. */
  open: boolean
  /** A panel opens for rows that lead nowhere else. */
  peekable: boolean
}

interface CellProps<T> {
  record: T
  column: Column<T>
  /** The cell holds what the keyboard lands on. */
  lead: boolean
  tabIndex: number
  peekable: boolean
}

function Cell<T>({ record, column, lead, tabIndex, peekable }: CellProps<T>) {
  const content = column.render(record)
  const to = column.link?.(record)
  if (to !== undefined) {
    return (
      <Link className="io-cell-link" to={to} {...(lead && { tabIndex, 'data-row-focus': '' })}>
        {content}
      </Link>
    )
  }
  if (!lead || !peekable) return content
  return (
    <button type="button" className="io-cell-link" tabIndex={tabIndex} data-row-focus="" data-peek="">
      {content}
    </button>
  )
}

function Row<T extends AnyRecord>({ record, columns, selectable, selected, current, open, peekable }: TableRowProps<T>) {
  const t = useT(KIT)
  const tabIndex = current ? 0 : -1
  const leadKey = (columns.find(({ link }) => link) ?? columns[0])?.key
  return (
    <tr data-row={record.id} data-selected={selected || undefined} data-open={open || undefined} aria-current={open || undefined}>
      {selectable && (
        <td className="io-select-cell">
          <input
            type="checkbox"
            className="io-check"
            checked={selected}
            readOnly
            tabIndex={tabIndex}
            aria-label={t('table.select', { name: rowTitle(columns, record) })}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} data-align={alignOf(column.kind)} data-kind={column.kind}>
          <Cell record={record} column={column} lead={column.key === leadKey} tabIndex={tabIndex} peekable={peekable} />
        </td>
      ))}
    </tr>
  )
}

/** One row. Its clicks are heard by the table, so that it renders only when something of its own changes. */
export const TableRow = memo(Row) as typeof Row
