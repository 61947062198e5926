import { Board, ErrorState, FilterBar, filter, optionLabel, useAll, useCan, usePhone, useT, type ListStateHandle } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { TASK_PRIORITIES, TASK_STATES, type Task, type TaskState } from '../../shared/task.js'
import { tasksOf, useMoveTask } from '../projects-api.js'
import { usePeople } from '../use-people.js'
import { TASK_TONES, taskRef } from '../words.js'
import { TaskCard } from './task-card.js'

export interface BoardTabProps {
  project: Project
  list: ListStateHandle
  onAdd(state: TaskState): void
}

/** Filters that make sense on the board, where the state is the column. */
const FILTERS = [filter.choice('priority', TASK_PRIORITIES), filter.person('assignee_id')]

const columnOf = (task: Task) => task.state
const titleOf = (task: Task) => task.title

/** The project's tasks in columns. */
export function BoardTab({ project, list, onAdd }: BoardTabProps) {
  const t = useT()
  const canWrite = useCan('projects.write')
  const people = usePeople()
  const move = useMoveTask(project.id)
  const filters = list.state.filters.filter(({ field }) => FILTERS.some(({ name }) => name === field))
  const where = Object.fromEntries(filters.map(({ field, values }) => [field, values[0]]))
  const tasks = useAll(tasksOf(project.id), { sort: 'rank', ...where })
  const columns = TASK_STATES.map((state) => {
    const tone = TASK_TONES[state]
    return { id: state, label: optionLabel(t, 'state', state), ...(tone && { tone }) }
  })
  if (tasks.error) return <ErrorState error={tasks.error} title={t('task.notLoaded')} onRetry={() => void tasks.refetch()} />
  return (
    <div className="io-data">
      <FilterBar fields={FILTERS} value={filters} onChange={(next) => list.update({ filters: next })} />
      <Board
        label={t('board.label', { project: project.name })}
        columns={columns}
        cards={tasks.data}
        columnOf={columnOf}
        title={titleOf}
        card={(task) => (
          <TaskCard task={task} reference={taskRef(project, task)} assignee={task.assignee_id ? people.get(task.assignee_id) : undefined} />
        )}
        onOpen={(task) => list.update({ open: task.id }, { push: true })}
        {...(canWrite && {
          onMove: ({ card, state, ...beside }) => move.mutateAsync({ id: card.id, to: { state: state as TaskState, ...beside } }),
          onAdd: (state) => onAdd(state as TaskState),
        })}
      />
    </div>
  )
}
