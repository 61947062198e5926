import { token } from '../host/token.js'
import type { Tone } from './tone.js'

export interface MeterProps {
  value: number
  /** What 100 % is; 100 by default. */
  limit?: number
  /** What is measured; the numbers stand beside the meter. */
  label: string
  /** A fixed tone instead of the one that the share of the limit gives. */
  tone?: Tone
  /** A limit that must not be reached: from 85 % warning, at 100 % danger. */
  limited?: boolean
}

/** How far a meter is filled, 0–100. */
export const shareOf = (value: number, limit: number): number => (limit > 0 ? Math.min(100, Math.max(0, (value / limit) * 100)) : 0)

/** The tone of a share of a limit. */
export const toneOfShare = (share: number): Tone | undefined => (share >= 100 ? 'danger' : share >= 85 ? 'warning' : undefined)

export function Meter({ value, limit = 100, label, tone, limited = false }: MeterProps) {
  const share = shareOf(value, limit)
  const shown = tone ?? (limited ? toneOfShare(share) : undefined)
  return (
    <div className="io-meter" role="meter" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={limit}>
      <span style={{ width: `${share}%`, background: token(shown ? `${shown}-mark` : 'brand-edge') }} />
    </div>
  )
}
