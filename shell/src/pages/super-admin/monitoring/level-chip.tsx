import { StatusChip, type Tone } from '@innoerp/sdk/ui'

const TONES: Readonly<Record<string, Tone>> = { DEBUG: 'neutral', INFO: 'neutral', WARNING: 'warning', ERROR: 'danger', CRITICAL: 'danger' }

/** How much a record of the log matters. */
export const LevelChip = ({ level }: { level: string }) => (
  <StatusChip cell tone={TONES[level] ?? 'neutral'}>
    {level}
  </StatusChip>
)
