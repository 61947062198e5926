import { columnsOf, RecordName, type Column } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { taskKindOf } from '../task-kind.js'
import { TASK_TONES, taskRef } from '../words.js'
import { DueDate } from './due-date.js'
import { Priority } from './priority-icon.js'
import { SubtaskCount } from './subtask-count.js'

const column = columnsOf<Task>()

/** Columns of a project's tasks. */
export const taskColumns = (project: Project): readonly Column<Task>[] => [
  column.name('title', {
    avatar: null,
    width: 320,
    link: (task) => `tasks/${task.id}`,
    second: (task) => <TaskLine project={project} task={task} />,
  }),
  column.state('state', { tones: TASK_TONES }),
  column.custom('priority', { width: 116, render: (task) => <Priority priority={task.priority} /> }),
  column.person('assignee_id'),
  column.custom('due_date', { width: 104, render: (task) => <DueDate task={task} /> }),
  column.custom('subtask_count', { width: 104, render: (task) => <SubtaskCount task={task} /> }),
  column.date('updated_at', { rel: true, optional: true }),
]

/** What is said below a task's title: its number, and what it is a part of. */
function TaskLine({ project, task }: { project: Project; task: Task }) {
  return (
    <span className="io-row io-gap-4">
      <span className="io-id">{taskRef(project, task)}</span>
      {task.parent_id && (
        <>
          <span aria-hidden>↳</span>
          <RecordName kind={taskKindOf(project)} id={task.parent_id} />
        </>
      )}
    </span>
  )
}
