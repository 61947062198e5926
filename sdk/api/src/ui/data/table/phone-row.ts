import type { Column, ColumnKind } from './column.js'
import type { PhoneRow } from './data-table-props.js'

const META: readonly ColumnKind[] = ['text', 'record', 'person', 'date', 'number', 'custom']
/** More would not fit into one line of a phone. */
const MAX_META = 3

/** Two lines out of a table's columns: the name, then words; at the end a figure and the state. */
export function phoneRowOf<T>(columns: readonly Column<T>[]): (record: T) => PhoneRow {
  const lead = columns.find(({ kind }) => kind === 'name') ?? columns[0]
  const figure = columns.find(({ kind }) => kind === 'money')
  const state = columns.find(({ kind }) => kind === 'state')
  const meta = columns.filter((column) => column !== lead && META.includes(column.kind)).slice(0, MAX_META)
  return (record) => ({
    title: lead?.text?.(record) ?? lead?.render(record),
    meta: meta.map((column) => column.render(record)),
    figure: figure?.render(record),
    state: state?.render(record),
  })
}
