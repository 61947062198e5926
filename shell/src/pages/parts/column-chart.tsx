import { useFormat } from '@innoerp/sdk/ui'
import { gridOf } from './chart-grid'

export interface ChartColumn {
  id: string
  /** Below the column. */
  label: string
  /** The whole of it, for the table: "November 2026". */
  name: string
  value: number
}

export interface ColumnChartProps {
  /** The question that it answers, with the unit. */
  label: string
  /** Heads of the table that says the same. */
  heads: readonly [string, string]
  columns: readonly ChartColumn[]
  /** Shows the table instead of the columns; screen readers always have it. */
  asTable: boolean
}

/** Height of the plot in its own units; it is stretched over the card. */
const PLOT = 100
const GAP = 0.3

/** One series over time as columns that begin at 0. */
export function ColumnChart({ label, heads, columns, asTable }: ColumnChartProps) {
  return (
    <figure className="pages-chart" aria-label={label}>
      {!asTable && <Plot columns={columns} />}
      <Table heads={heads} label={label} columns={columns} hidden={!asTable} />
    </figure>
  )
}

function Plot({ columns }: { columns: readonly ChartColumn[] }) {
  const format = useFormat()
  const { top, ticks } = gridOf(Math.max(0, ...columns.map(({ value }) => value)))
  return (
    <div className="pages-chart-body" aria-hidden>
      <div className="pages-chart-axis">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetBlockEnd: `${(tick / top) * 100}%` }}>
            {format.number(tick)}
          </span>
        ))}
      </div>
      <svg viewBox={`0 0 ${columns.length} ${PLOT}`} preserveAspectRatio="none">
        {ticks.map((tick) => (
          <line key={tick} x1={0} x2={columns.length} y1={PLOT - (tick / top) * PLOT} y2={PLOT - (tick / top) * PLOT} />
        ))}
        {columns.map(({ id, value }, at) => (
          <rect key={id} x={at + GAP / 2} width={1 - GAP} y={PLOT - (value / top) * PLOT} height={(value / top) * PLOT} />
        ))}
      </svg>
      <div className="pages-chart-figures">
        {columns.map(({ id, value }) => (
          <span key={id} style={{ insetBlockEnd: `${(value / top) * 100}%` }}>
            {value > 0 && format.number(value)}
          </span>
        ))}
      </div>
      <div className="pages-chart-labels">
        {columns.map(({ id, label }) => (
          <span key={id}>{label}</span>
        ))}
      </div>
    </div>
  )
}

function Table({ heads, label, columns, hidden }: Pick<ColumnChartProps, 'heads' | 'label' | 'columns'> & { hidden: boolean }) {
  const format = useFormat()
  return (
    <div className={hidden ? 'io-sr' : 'pages-chart-table'}>
      <table className="io-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col" data-align="end">
              {heads[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ id, name, value }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-align="end">{format.number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
