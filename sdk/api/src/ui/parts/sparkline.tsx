import { token } from '../host/token.js'

export interface SparklineProps {
  /** Oldest first. */
  values: readonly number[]
  /** A token, e.g. `danger-mark`. */
  tone?: string
  width?: number
  height?: number
}

/** The `points` of a polyline through `values`, inside a box with a margin for the stroke. */
export function sparkPoints(values: readonly number[], width: number, height: number): string {
  const top = Math.max(...values)
  const bottom = Math.min(...values)
  const span = top - bottom || 1
  return values
    .map((value, index) => {
      const x = (index / Math.max(1, values.length - 1)) * (width - 2) + 1
      const y = height - 3 - ((value - bottom) / span) * (height - 6)
      return `${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}

/** A line without axes, beside the figure it belongs to. Decorative: the figure says the value. */
export const Sparkline = ({ values, tone = 'chart-1', width = 88, height = 24 }: SparklineProps) => (
  <svg width={width} height={height} aria-hidden>
    <polyline points={sparkPoints(values, width, height)} fill="none" stroke={token(tone)} strokeWidth={1.5} strokeLinejoin="round" />
  </svg>
)
