import { Meter } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'

export interface LimitMeterProps {
  label: string
  value: number
  /** In the unit of the value; absent, null and 0: there is none. */
  limit: number | null | undefined
  /** The value, and the limit where there is one, as they are written. */
  text: ReactNode
}

/** A figure, with a bar below it where it has a limit: from 85 % of it a warning. */
export const LimitMeter = ({ label, value, limit, text }: LimitMeterProps) => (
  <div className="io-col io-gap-4">
    <div className="io-row">
      <span className="io-grow">{label}</span>
      <span className="io-num">{text}</span>
    </div>
    {limit ? <Meter label={label} value={value} limit={limit} limited /> : null}
  </div>
)
