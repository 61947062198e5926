// The table of a run: rows of {name, value, unit, ratio?, bar?}, and how they are printed and judged.
import { writeFileSync } from 'node:fs'

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Collects rows; the bar is on the ratio where there is one, else on the value. */
export function createFigures() {
  const rows = []
  return {
    rows,
    add: (row) => void rows.push(row),
    /** Rows of one load: req/s, p50, p99 of both sides and the ratio of their medians. */
    addPair({ name, bare, host, bar }) {
      const of = (runs, key) => runs.map((run) => run[key])
      const span = (values) => `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`
      for (const [side, runs] of [['bare', bare], ['host', host]]) {
        const rate = of(runs, 'requestsPerSecond')
        const ratio = side === 'host' ? { ratio: median(rate) / median(of(bare, 'requestsPerSecond')), ...(bar && { bar }) } : {}
        rows.push({ name: `${name} ${side}`, value: median(rate), unit: 'req/s', span: span(rate), ...ratio })
        for (const key of ['p50', 'p99']) rows.push({ name: `${name} ${side} ${key}`, value: median(of(runs, key)), unit: 'ms' })
      }
    },
    print() {
      for (const { name, value, unit, span = '', ratio, bar } of rows) {
        const judged = bar ? `  bar ${JSON.stringify(bar)} ${meets({ value, ratio, bar }) ? 'met' : 'NOT MET'}` : ''
        console.log(`${name.padEnd(44)} ${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit.padEnd(6)} ${span.padEnd(14)}${ratio === undefined ? '' : ` ratio ${ratio.toFixed(2)}`}${judged}`)
      }
    },
    save: (file) => writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`),
  }
}

const meets = ({ value, ratio, bar: { min = -Infinity, max = Infinity } }) => (ratio ?? value) >= min && (ratio ?? value) <= max
