import { Facts, usePhone, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'

export interface PlainColumn<T> {
  key: string
  /** Key of the head's label; `field.<key>` by default. */
  label?: string
  /** A figure: it stands at the end. */
  figure?: boolean
  render(row: T): ReactNode
}

export interface PlainTableProps<T> {
  /** What the rows are. */
  label: string
  columns: readonly PlainColumn<T>[]
  rows: readonly T[]
  idOf(row: T): string
}

/** A few rows that are neither paged nor sorted, in a flush card; on the phone each is a block of labels and values. */
export function PlainTable<T>(props: PlainTableProps<T>) {
  const phone = usePhone()
  return phone ? <Blocks {...props} /> : <Table {...props} />
}

function Blocks<T>({ label, columns: [lead, ...columns], rows, idOf }: PlainTableProps<T>) {
  const t = useT()
  return (
    <div role="list" aria-label={label}>
      {rows.map((row) => (
        <div key={idOf(row)} className="pages-row" role="listitem">
          {lead?.render(row)}
          <Facts items={columns.map((column) => ({ label: t(column.label ?? `field.${column.key}`), value: column.render(row) }))} />
        </div>
      ))}
    </div>
  )
}

function Table<T>({ label, columns, rows, idOf }: PlainTableProps<T>) {
  const t = useT()
  const side = ({ figure }: PlainColumn<T>) => (figure ? 'end' : 'start')
  return (
    <table className="io-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-align={side(column)}>
              {t(column.label ?? `field.${column.key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column) => (
              <td key={column.key} data-align={side(column)}>
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
