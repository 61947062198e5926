import { useMemo, useRef, useState, type RefObject } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { filterParams } from '../list/filters.js'
import { useListState, type ListStateHandle } from '../list/use-list-state.js'
import { useStable } from '../list/use-stable.js'
import type { DataTableProps } from './data-table-props.js'
import { NO_SELECTION, extendTo, keepPresent, toggleAll, toggleRow, type Selection } from './selection.js'
import { rowAfter, type TableCommand } from './table-keys.js'
import { useRows, type Rows } from './use-rows.js'

/** What all parts of a table share. The functions stay the same objects. */
export interface TableModel<T> {
  area: RefObject<HTMLDivElement | null>
  list: ListStateHandle
  rows: Rows<T>
  order: readonly string[]
  selection: Selection
  /** The row whose link is the table's tab stop. */
  current: string | undefined
  open: string | undefined
  toggle(id: string, extend: boolean): void
  toggleAll(): void
  choose(ids: readonly string[]): void
  clear(): void
  /** Opens the panel on a record; undefined closes it. */
  peek(id: string | undefined): void
  run(command: TableCommand): void
  focusRow(id: string | undefined): void
}

/** Filters, search and sort as the list's query parameters. */
function useParams<T extends AnyRecord>({ where, filters = [] }: DataTableProps<T>, { state }: ListStateHandle) {
  const { search, sort } = state
  return useMemo(
    () => ({
      ...filterParams(state.filters, filters),
      ...(search && { search }),
      ...(sort && { sort }),
      ...where,
    }),
    [state.filters, filters, search, sort, where],
  )
}

export function useTable<T extends AnyRecord>(props: DataTableProps<T>): TableModel<T> {
  const { source, views, embedded = false, panel } = props
  const area = useRef<HTMLDivElement>(null)
  const own = useListState({ ...(views && { views }), sort: props.sort, local: embedded })
  const list = props.state ?? own
  const rows = useRows(source, useParams(props, list))
  const order = useMemo(() => rows.rows.map(({ id }) => id), [rows.rows])
  const [chosen, setChosen] = useState<Selection>(NO_SELECTION)
  const selection = useMemo(() => keepPresent(chosen, order), [chosen, order])
  const [focused, setFocused] = useState<string>()
  const { open } = list.state
  const current = focused !== undefined && order.includes(focused) ? focused : order[0]

  const focusRow = useStable((id: string | undefined) => {
    if (id === undefined) return
    setFocused(id)
    area.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-row-focus]`)?.focus()
  })
  const peek = useStable((id: string | undefined) => {
    if (!panel && id !== undefined) return
    if (id !== undefined) setFocused(id)
    list.update({ open: id }, { push: open === undefined })
  })
  const run = useStable((command: TableCommand) => {
    const target = rowAfter(order, focused ?? open, command)
    if (target === undefined) return
    if (command === 'peek') return peek(target === open ? undefined : target)
    if (command === 'select') return setChosen(toggleRow(selection, target))
    if (command === 'extendNext' || command === 'extendPrevious') setChosen(extendTo(withAnchor(selection, current), order, target))
    focusRow(target)
    if (open !== undefined) peek(target)
  })
  return {
    area,
    list,
    rows,
    order,
    selection,
    current,
    open,
    peek,
    run,
    focusRow,
    toggle: useStable((id: string, extend: boolean) => setChosen(extend ? extendTo(selection, order, id) : toggleRow(selection, id))),
    toggleAll: useStable(() => setChosen(toggleAll(selection, order))),
    choose: useStable((ids: readonly string[]) => setChosen({ ids: new Set(ids), anchor: undefined })),
    clear: useStable(() => setChosen(NO_SELECTION)),
  }
}

/** A range that is begun with the keyboard begins at the current row. */
const withAnchor = (selection: Selection, current: string | undefined): Selection =>
  selection.anchor === undefined && current !== undefined ? { ids: selection.ids, anchor: current } : selection
