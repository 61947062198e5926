import { Meter, type Tone } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'

export interface Bar {
  id: string
  label: ReactNode
  /** What is measured, read with the bar. */
  name: string
  value: number
  /** The value as it is written beside the bar. */
  text: ReactNode
  tone?: Tone
}

/** Figures with a bar each, all by one measure that begins at 0: the longest bar is the largest figure. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul className="io-bars">
      {bars.map(({ id, label, name, value, text, tone }) => (
        <li key={id}>
          <span className="io-trunc">{label}</span>
          <span className="io-num">{text}</span>
          <Meter value={value} limit={most} label={name} {...(tone && { tone })} />
        </li>
      ))}
    </ul>
  )
}
