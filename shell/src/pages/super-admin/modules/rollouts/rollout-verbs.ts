import type { Rollout, RolloutVerb } from '../../../../clients/rollouts'

/** What can be done with a rollout now: after a pause or a stop a further wave begins by `advance` alone. */
export function rolloutVerbs({ state, current_wave, waves }: Pick<Rollout, 'state' | 'current_wave' | 'waves'>): RolloutVerb[] {
  const hasNext = current_wave < waves.length - 1
  if (state === 'rolled_back') return []
  if (state === 'running') return hasNext ? ['rollback', 'pause', 'advance'] : ['rollback', 'pause']
  if (state === 'paused') return hasNext ? ['rollback', 'advance'] : ['rollback']
  return ['rollback']
}
