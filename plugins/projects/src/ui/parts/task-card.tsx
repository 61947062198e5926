import { ListChecks, MessageSquare } from 'lucide-react'
import { PersonAvatar, useT } from '@innoerp/sdk/ui'
import type { Task } from '../../shared/task.js'
import { DueDate } from './due-date.js'
import { PriorityIcon } from './priority-icon.js'

export interface TaskCardProps {
  task: Task
  /** The task's name in short, e.g. `HCR-141`. */
  reference: string
}

/** A task on the board: number, priority and person; title; what is due and what hangs on it. */
export function TaskCard({ task, reference }: TaskCardProps) {
  return (
    <>
      <div className="io-row">
        <span className="io-cap io-id io-grow io-trunc">{reference}</span>
        <PriorityIcon priority={task.priority} />
        {task.assignee_id && <PersonAvatar id={task.assignee_id} size={20} />}
      </div>
      <h3 dir="auto">{task.title}</h3>
      <TaskMeta task={task} />
    </>
  )
}

function TaskMeta({ task }: { task: Task }) {
  const t = useT()
  const { due_date, subtask_count, subtask_done_count, comment_count } = task
  if (!due_date && subtask_count === 0 && comment_count === 0) return null
  const subtasks = t('task.subtasksDone', { done: subtask_done_count, total: subtask_count })
  const comments = t('task.comments', { count: comment_count })
  return (
    <div className="io-card-row">
      {due_date && <DueDate task={task} icon />}
      {subtask_count > 0 && (
        <span title={subtasks}>
          <ListChecks size={14} aria-hidden />
          <span aria-hidden>{`${subtask_done_count}/${subtask_count}`}</span>
          <span className="io-sr">{subtasks}</span>
        </span>
      )}
      {comment_count > 0 && (
        <span title={comments}>
          <MessageSquare size={14} aria-hidden />
          <span aria-hidden>{comment_count}</span>
          <span className="io-sr">{comments}</span>
        </span>
      )}
    </div>
  )
}
