/** What a state means; a module maps its states to these and cannot invent another one. */
export type Tone = 'neutral' | 'info' | 'review' | 'success' | 'warning' | 'danger'
export type Shape = 'ring' | 'bar' | 'half' | 'dot' | 'triangle' | 'square'

const WORDS: readonly [Tone, Shape, string][] = [
  ['neutral', 'ring', 'draft backlog not_started available waiting todo to_do planned new'],
  ['neutral', 'bar', 'cancelled canceled archived retired skipped inactive closed expired revoked disabled ended'],
  ['info', 'half', 'in_progress open sent running installing partly_paid customer posted enabled contacted qualified'],
  ['review', 'half', 'in_review review pending canary awaiting_approval prospect proposal submitted lead'],
  ['success', 'dot', 'paid done approved active healthy verified completed complete won live accepted signed succeeded on_leave'],
  ['warning', 'triangle', 'due_soon trial trialing degraded at_risk unsigned low_stock past_due lagging on_hold'],
  ['danger', 'square', 'overdue failed rejected blocked quarantined down modified churned lost unhealthy error'],
]

const KNOWN = new Map(WORDS.flatMap(([tone, shape, words]) => words.split(' ').map((word) => [word, { tone, shape }] as const)))

const SHAPES: Record<Tone, Shape> = {
  neutral: 'ring',
  info: 'half',
  review: 'half',
  success: 'dot',
  warning: 'triangle',
  danger: 'square',
}

/** Tone and shape of a state's word (`in_progress`, `In progress`); unknown words are "not started". */
export function toneOfState(state: string): { tone: Tone; shape: Shape } {
  return KNOWN.get(state.trim().toLowerCase().replace(/[\s-]+/g, '_')) ?? { tone: 'neutral', shape: 'ring' }
}

/** The shape that goes with a tone, so that no state is told by colour alone. */
export const shapeOf = (tone: Tone): Shape => SHAPES[tone]
