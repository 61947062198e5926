import { columnsOf, type Column } from '@innoerp/sdk/ui'
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
  column.name('title', { avatar: null, width: 260, link: (task) => `tasks/${task.id}` }),
  column.custom('number', {
    label: 'field.shortNumber',
    width: 92,
    render: (task) => <span className="io-id">{taskRef(project, task)}</span>,
  }),
  column.state('state', { tones: TASK_TONES }),
  column.custom('priority', { width: 104, render: (task) => <Priority priority={task.priority} /> }),
  column.person('assignee_id', { width: 156 }),
  column.custom('due_date', { width: 92, render: (task) => <DueDate task={task} /> }),
  column.record('parent_id', { of: taskKindOf(project), width: 176 }),
  column.custom('subtask_count', { width: 112, render: (task) => <SubtaskCount task={task} /> }),
  column.date('updated_at', { rel: true, optional: true }),
]
