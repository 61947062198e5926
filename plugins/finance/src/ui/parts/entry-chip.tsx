import { optionLabel, StatusChip, useT } from '@innoerp/sdk/ui'
import type { Entry } from '../../shared/entry.js'
import { ENTRY_TONES } from '../words.js'

export interface EntryChipProps {
  entry: Pick<Entry, 'state' | 'reversed_by_id'>
  /** In a table, without a background. */
  cell?: boolean
}

/** Where an entry stands: draft, posted, or posted and taken back. */
export function EntryChip({ entry: { state, reversed_by_id }, cell = false }: EntryChipProps) {
  const t = useT()
  if (reversed_by_id) {
    return (
      <StatusChip state="cancelled" cell={cell}>
        {t('entry.reversed')}
      </StatusChip>
    )
  }
  return (
    <StatusChip state={state} tone={ENTRY_TONES[state]} cell={cell}>
      {optionLabel(t, 'state', state)}
    </StatusChip>
  )
}
