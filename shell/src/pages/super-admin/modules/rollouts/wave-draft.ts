import type { WaveOrder } from '../../../../clients/rollouts'

/** A wave while it is being written. */
export interface WaveDraft {
  /** Knows it in the list. */
  key: number
  kind: 'organizations' | 'percent'
  organizations: readonly string[]
  percent: string
}

export const MOST_WAVES = 50

/** A few first, then everybody. */
export const firstWaves = (): WaveDraft[] => [
  { key: 1, kind: 'percent', organizations: [], percent: '10' },
  { key: 2, kind: 'percent', organizations: [], percent: '100' },
]

export const percentOf = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && value > 0 && value <= 100 ? value : undefined
}

/** What is sent of a wave; undefined while something is missing. */
export function orderOf({ kind, organizations, percent }: WaveDraft): WaveOrder | undefined {
  if (kind === 'organizations') return organizations.length > 0 ? { organizations } : undefined
  const share = percentOf(percent)
  return share === undefined ? undefined : { percent: share }
}

/** The share of failed requests at which it stops, 0–1, out of percent; null: never; undefined: not a share. */
export function budgetOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const value = Number(text.trim().replace(',', '.'))
  return value >= 0 && value <= 100 ? value / 100 : undefined
}
