import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Sparkline } from './sparkline.js'

export interface StatTileProps {
  label: ReactNode
  /** The figure, already formatted: `<Money …/>`, `<Num …/>` or text. */
  value: ReactNode
  /** Below the figure. */
  note?: ReactNode
  /** The change, e.g. "4.2%"; its direction is drawn as an arrow. */
  delta?: { text: ReactNode; direction: 'up' | 'down' }
  /** Good or bad by meaning, not by direction: rising costs are bad. */
  tone?: 'good' | 'bad' | 'warn'
  /** The last values, oldest first. */
  spark?: readonly number[]
}

/** One figure with its label. */
export function StatTile({ label, value, note, delta, tone, spark }: StatTileProps) {
  const Arrow = delta?.direction === 'down' ? ArrowDown : ArrowUp
  const toned = tone ? `io-${tone}` : undefined
  return (
    <div className="io-stat">
      <div className="io-stat-label">{label}</div>
      <div className="io-stat-figure">
        <div className="io-stat-value">{value}</div>
        {spark && spark.length > 1 && <Sparkline values={spark} {...(tone === 'bad' && { tone: 'danger-mark' })} />}
      </div>
      {(delta || note) && (
        <div className="io-stat-note">
          {delta && (
            <span className={toned}>
              <Arrow size={12} aria-hidden className="io-stat-arrow" />
              {delta.text}{' '}
            </span>
          )}
          <span className={delta ? undefined : toned}>{note}</span>
        </div>
      )}
    </div>
  )
}

/** Up to 4 figures side by side in one card; two by two on the phone. */
export const StatStrip = ({ children, label }: { children: ReactNode; label?: string }) => (
  <section className="io-card io-strip" aria-label={label}>
    {children}
  </section>
)
