import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { isTextInput } from '../keys/shortcut.js'
import { tableWidth, type Column } from './column.js'
import { SkeletonRows } from './skeleton-rows.js'
import { TableHead } from './table-head.js'
import { tableCommand } from './table-keys.js'
import { TableRow } from './table-row.js'
import type { TableModel } from './use-table.js'

export interface TableGridProps<T extends AnyRecord> {
  table: TableModel<T>
  columns: readonly Column<T>[]
  /** Read to screen readers: what the rows are. */
  label: string
  sortable: readonly string[]
  selectable: boolean
  peekable: boolean
}

/** The native table: its rows, keys and clicks. */
export function TableGrid<T extends AnyRecord>({ table, columns, label, sortable, selectable, peekable }: TableGridProps<T>) {
  const { area, rows, selection, current, open } = table
  useEffect(() => {
    area.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' })
  }, [area, open, rows.loading])
  return (
    <div className="io-table-scroll" ref={area} data-stale={rows.stale || undefined} onKeyDown={(event) => onKey(event, table)}>
      <table
        className="io-table"
        aria-label={label}
        aria-busy={rows.loading || undefined}
        style={{ minWidth: tableWidth(columns, selectable) }}
      >
        <Columns columns={columns} selectable={selectable} />
        <TableHead table={table} columns={columns} sortable={sortable} selectable={selectable} />
        <tbody onClick={(event) => onClick(event, table, peekable)}>
          {rows.loading ? (
            <SkeletonRows columns={columns} selectable={selectable} />
          ) : (
            rows.rows.map((record) => (
              <TableRow
                key={record.id}
                record={record}
                columns={columns}
                selectable={selectable}
                selected={selection.ids.has(record.id)}
                current={record.id === current}
                open={record.id === open}
                peekable={peekable}
              />
            ))
          )}
        </tbody>
      </table>
      {rows.hasMore && <MoreSentinel rows={rows} />}
    </div>
  )
}

const Columns = <T,>({ columns, selectable }: { columns: readonly Column<T>[]; selectable: boolean }) => (
  <colgroup>
    {selectable && <col className="io-select-col" />}
    {columns.map(({ key, width }, index) => (
      <col key={key} style={index === 0 ? undefined : { width }} />
    ))}
  </colgroup>
)

/** Loads the next rows when the end of those shown comes near; the footer says how many there are. */
function MoreSentinel({ rows }: { rows: TableModel<unknown>['rows'] }) {
  const mark = useRef<HTMLDivElement>(null)
  const { loadMore, loadingMore, moreFailed } = rows
  useEffect(() => {
    const element = mark.current
    if (!element || loadingMore || moreFailed) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && void loadMore(), {
      root: element.parentElement,
      rootMargin: '240px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [loadMore, loadingMore, moreFailed])
  return <div ref={mark} aria-hidden className="io-table-end" />
}

const rowOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined)

/** Words being marked with the mouse are no click. */
const isMarking = () => getSelection()?.type === 'Range'

function onClick<T>(event: MouseEvent, table: TableModel<T>, peekable: boolean) {
  const id = rowOf(event.target)
  const target = event.target as Element
  if (id === undefined) return
  if (target.closest('.io-check, .io-select-cell')) return table.toggle(id, event.shiftKey)
  if (target.closest('[data-peek]')) return table.peek(id)
  if (target.closest('a, button, input, label, [role=menu]') || isMarking()) return
  if (peekable) table.peek(id)
  else table.focusRow(id)
}

function onKey<T>(event: KeyboardEvent, table: TableModel<T>) {
  const target = event.target as Element
  // A menu or a dialog opened from a row is no child of the table in the document, but its events come by here.
  if (isTextInput(target) || !event.currentTarget.contains(target)) return
  const command = tableCommand(event)
  const inRow = rowOf(target) !== undefined
  if (!command || !inRow || event.defaultPrevented) return
  // Space on a checkbox or on a button that is not the row's own stays theirs.
  if (command === 'peek' && !target.closest('[data-row-focus]')) return
  event.preventDefault()
  table.run(command)
}
