import { CircleCheck, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { DataTable, filter, useT, type BulkAction, type ListStateHandle, type PhoneRow } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { TASK_PRIORITIES, TASK_STATES, TaskList, type Task } from '../../shared/task.js'
import { tasksOf } from '../projects-api.js'
import { taskKindOf } from '../task-kind.js'
import { usePeople } from '../use-people.js'
import { useTaskActions } from '../use-task-actions.js'
import { taskRef } from '../words.js'
import { DueDate } from './due-date.js'
import { TaskChip } from './task-chip.js'
import { taskColumns } from './task-columns.js'
import { TaskPanel } from './task-panel.js'

export interface TaskListTabProps {
  project: Project
  list: ListStateHandle
}

/** The project's tasks and subtasks as a table. */
export function TaskListTab({ project, list }: TaskListTabProps) {
  const people = usePeople()
  const columns = useMemo(() => taskColumns(project), [project])
  const filters = useMemo(
    () => [
      filter.choice('state', TASK_STATES),
      filter.choice('priority', TASK_PRIORITIES),
      filter.person('assignee_id'),
      filter.record('parent_id', taskKindOf(project)),
    ],
    [project],
  )
  const phoneRow = (task: Task): PhoneRow => ({
    title: task.title,
    meta: [taskRef(project, task), people.get(task.assignee_id ?? ''), task.due_date && <DueDate key="due" task={task} />].filter(Boolean),
    state: <TaskChip task={task} cell />,
  })
  return (
    <DataTable
      name="task"
      source={tasksOf(project.id)}
      spec={TaskList}
      columns={columns}
      filters={filters}
      state={list}
      bulk={useBulk(project.id)}
      phoneRow={phoneRow}
      panel={panelIn(project)}
    />
  )
}

const panelIn = (project: Project) => (task: Task) => <TaskPanel project={project} task={task} />

function useBulk(projectId: string): readonly BulkAction<Task>[] {
  const t = useT()
  const actions = useTaskActions(projectId)
  const permission = 'projects.write'
  const finish = (tasks: readonly Task[]) => actions.moveTo(tasks, 'done')
  const remove = async (tasks: readonly Task[]) => void (await actions.remove(tasks))
  return [
    { id: 'done', label: t('task.markDone'), icon: <CircleCheck size={15} />, permission, run: finish },
    { id: 'delete', label: t('task.delete'), icon: <Trash2 size={15} />, permission, run: remove },
  ]
}
