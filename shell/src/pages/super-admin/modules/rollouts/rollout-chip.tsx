import { StatusChip, optionLabel, useT, type Tone } from '@innoerp/sdk/ui'
import type { RolloutState } from '../../../../clients/rollouts'

const TONES: Readonly<Record<RolloutState, Tone>> = { running: 'info', paused: 'warning', completed: 'success', stopped: 'danger', rolled_back: 'neutral' }

/** How a rollout stands. */
export function RolloutChip({ state }: { state: RolloutState }) {
  const t = useT()
  return (
    <StatusChip state={state} tone={TONES[state]}>
      {optionLabel(t, 'rolloutState', state)}
    </StatusChip>
  )
}
