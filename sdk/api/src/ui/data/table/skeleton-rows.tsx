import { Skeleton } from '../../parts/skeleton.js'
import { alignOf, type Column, type ColumnKind } from './column.js'

const ROWS = 8
// Uneven on purpose: equal bars read as a broken page.
const WIDTHS = [62, 48, 71, 55, 64]

const widthOf = (kind: ColumnKind, row: number) => (kind === 'name' || kind === 'text' ? `${WIDTHS[row % WIDTHS.length] ?? 60}%` : '70%')

/** The table's own layout in bars, while its first rows are on their way. */
export function SkeletonRows<T>({ columns, selectable }: { columns: readonly Column<T>[]; selectable: boolean }) {
  return Array.from({ length: ROWS }, (_, row) => (
    <tr key={row} aria-hidden>
      {selectable && <td className="io-select-cell" />}
      {columns.map(({ key, kind, avatar }) => (
        <td key={key} data-align={alignOf(kind)}>
          <span className="io-row" data-align={alignOf(kind)}>
            {avatar && <Skeleton width={22} height={22} round />}
            {kind !== 'actions' && <Skeleton width={widthOf(kind, row)} />}
          </span>
        </td>
      ))}
    </tr>
  ))
}
