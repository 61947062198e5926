import type { ReactNode } from 'react'
import { token } from '../host/token.js'
import { shapeOf, toneOfState, type Tone } from './tone.js'

export interface StatusChipProps {
  /** The state's word as data, e.g. `in_progress`; decides tone and shape when it is a known one. */
  state?: string
  /** For states with words of their own. */
  tone?: Tone
  /** What is read; the state's word by default. */
  children?: ReactNode
  /** In a table cell: shape and word, tinted only when someone must act. */
  cell?: boolean
}

const words = (state: string) => {
  const text = state.replace(/_/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A state as shape, colour and word. */
export function StatusChip({ state = '', tone, children, cell = false }: StatusChipProps) {
  const known = toneOfState(state)
  const shown = tone ?? known.tone
  const shape = tone ? shapeOf(tone) : known.shape
  const quiet = cell && shown !== 'danger' && shown !== 'warning'
  const mark = token(shown === 'neutral' ? 'text-3' : `${shown}-mark`)
  return (
    <span
      className="io-chip"
      data-quiet={quiet || undefined}
      style={quiet ? undefined : { background: token(`${shown}-tint`), color: token(`${shown}-fg`) }}
    >
      <i data-shape={shape} aria-hidden style={quiet ? { color: mark } : undefined} />
      <span className="io-trunc">{children ?? words(state)}</span>
    </span>
  )
}
