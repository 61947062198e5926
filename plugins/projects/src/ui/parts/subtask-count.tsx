import { Meter, NOTHING, useT } from '@innoerp/sdk/ui'
import type { Task } from '../../shared/task.js'

/** How many of a task's subtasks are done; a dash where there are none. */
export function SubtaskCount({ task: { subtask_count: total, subtask_done_count: done } }: { task: Task }) {
  const t = useT()
  if (total === 0) return <span className="io-muted">{NOTHING}</span>
  return (
    <span className="io-row">
      <span className="io-num">{`${done}/${total}`}</span>
      <span className="io-grow">
        <Meter value={done} limit={total} label={t('task.subtasksDone', { done, total })} />
      </span>
    </span>
  )
}
