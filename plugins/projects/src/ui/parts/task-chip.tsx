import { optionLabel, StatusChip, useT } from '@innoerp/sdk/ui'
import type { Task } from '../../shared/task.js'
import { TASK_TONES } from '../words.js'

export interface TaskChipProps {
  task: Pick<Task, 'state'>
  /** In a list: quiet. */
  cell?: boolean
}

/** A task's state. */
export function TaskChip({ task: { state }, cell = false }: TaskChipProps) {
  const t = useT()
  const tone = TASK_TONES[state]
  return (
    <StatusChip state={state} cell={cell} {...(tone && { tone })}>
      {optionLabel(t, 'state', state)}
    </StatusChip>
  )
}
