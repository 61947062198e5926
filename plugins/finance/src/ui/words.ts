import { dayIn, type Tone } from '@innoerp/sdk/ui'
import type { Entry, EntryState } from '../shared/entry.js'

/** What the states of entries mean: a posted one is done. */
export const ENTRY_TONES: Readonly<Record<EntryState, Tone>> = { draft: 'neutral', posted: 'success' }

/** Which day it is in a time zone, as `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string => dayIn(new Date(), timeZone)

/** What an entry is called: its number, or what was written about the draft; undefined for a draft without words. */
export const entryName = ({ number, description, reference }: Pick<Entry, 'number' | 'description' | 'reference'>): string | undefined =>
  number ?? description ?? reference ?? undefined
