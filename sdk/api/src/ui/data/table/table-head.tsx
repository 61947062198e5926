import { ArrowDown, ArrowUp } from 'lucide-react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { CheckBox } from './check-box.js'
import { alignOf, nextSort, type Column } from './column.js'
import { headState } from './selection.js'
import type { TableModel } from './use-table.js'

export interface TableHeadProps<T> {
  table: TableModel<T>
  columns: readonly Column<T>[]
  sortable: readonly string[]
  selectable: boolean
}

/** Labels, the sort, and the checkbox for all rows. */
export function TableHead<T>({ table, columns, sortable, selectable }: TableHeadProps<T>) {
  const t = useT(KIT)
  const all = headState(table.selection, table.order)
  return (
    <thead>
      <tr>
        {selectable && (
          <th className="io-select-cell">
            <CheckBox label={t('table.selectAll')} checked={all === 'all'} mixed={all === 'some'} onChange={table.toggleAll} />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} table={table} sortable={sortable.includes(column.sort)} />
        ))}
      </tr>
    </thead>
  )
}

interface HeadCellProps<T> {
  column: Column<T>
  table: TableModel<T>
  sortable: boolean
}

function HeadCell<T>({ column, table, sortable }: HeadCellProps<T>) {
  const t = useT()
  const kit = useT(KIT)
  const { sort } = table.list.state
  const align = alignOf(column.kind)
  if (!column.label) {
    return (
      <th data-align={align}>
        <span className="io-sr">{kit('table.actions')}</span>
      </th>
    )
  }
  if (!sortable) return <th data-align={align}>{t(column.label)}</th>
  const direction = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th data-align={align} aria-sort={direction}>
      <button
        type="button"
        className="io-sort"
        data-on={direction !== undefined || undefined}
        onClick={() => table.list.update({ sort: nextSort(sort, column.sort) })}
      >
        <span className="io-trunc" title={t(column.label)}>
          {t(column.label)}
        </span>
        <Arrow size={14} aria-hidden />
      </button>
    </th>
  )
}
