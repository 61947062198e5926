import { useMemo } from 'react'
import {
  Board,
  ErrorState,
  filter,
  FilterBar,
  optionLabel,
  PanelSection,
  SidePanel,
  SkeletonLines,
  useAll,
  useCan,
  useRecord,
  useShortcut,
  useT,
  type BoardColumn,
  type ListStateHandle,
  type Translate,
} from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { TASK_PRIORITIES, TASK_STATES, type Task, type TaskState } from '../../shared/task.js'
import { tasksOf, useMoveTask } from '../projects-api.js'
import { TASK_TONES, taskRef } from '../words.js'
import { TaskCard } from './task-card.js'
import { TaskPanel } from './task-panel.js'

export interface BoardTabProps {
  project: Project
  list: ListStateHandle
  onAdd(state: TaskState): void
}

/** Filters that make sense on the board, where the state is the column. */
const FILTERS = [filter.choice('priority', TASK_PRIORITIES), filter.person('assignee_id')]

/** The project's tasks in columns, and the one that was opened beside them. */
export function BoardTab({ project, list, onAdd }: BoardTabProps) {
  const t = useT()
  const canWrite = useCan('projects.write')
  const move = useMoveTask(project.id)
  const columns = useMemo(() => boardColumns(t), [t])
  const filters = list.state.filters.filter(({ field }) => FILTERS.some(({ name }) => name === field))
  const where = Object.fromEntries(filters.map(({ field, values }) => [field, values[0]]))
  const tasks = useAll(tasksOf(project.id), { sort: 'rank', ...where })
  if (tasks.error) return <ErrorState error={tasks.error} title={t('task.notLoaded')} onRetry={() => void tasks.refetch()} />
  return (
    <>
      <FilterBar fields={FILTERS} value={filters} onChange={(next) => list.update({ filters: next })} />
      <div className="io-split">
        <Board<Task>
          label={t('board.label', { project: project.name })}
          columns={columns}
          cards={tasks.data}
          columnOf={stateOf}
          title={titleOf}
          card={cardIn(project)}
          onOpen={(task) => list.update({ open: task.id }, { push: true })}
          {...(canWrite && {
            onMove: ({ card, state, ...beside }) => move.mutateAsync({ id: card.id, to: { state: state as TaskState, ...beside } }),
            onAdd: (state) => onAdd(state as TaskState),
          })}
        />
        <OpenTask project={project} list={list} />
      </div>
    </>
  )
}

const cardIn = (project: Project) => (task: Task) => <TaskCard task={task} reference={taskRef(project, task)} />
const stateOf = (task: Task) => task.state
const titleOf = (task: Task) => task.title

const boardColumns = (t: Translate): readonly BoardColumn[] =>
  TASK_STATES.map((state) => {
    const tone = TASK_TONES[state]
    return { id: state, label: optionLabel(t, 'state', state), ...(tone && { tone }) }
  })

/** The task that the address names, in the side panel. */
function OpenTask({ project, list }: Pick<BoardTabProps, 'project' | 'list'>) {
  const t = useT()
  const { open } = list.state
  const task = useRecord(tasksOf(project.id), open)
  const close = () => list.update({ open: undefined })
  useShortcut(['Escape'], close, open !== undefined)
  return (
    <SidePanel open={open !== undefined} onClose={close} label={task.data?.title ?? ''} to={open && `tasks/${open}`}>
      {task.data ? (
        <TaskPanel key={task.data.id} project={project} task={task.data} onDeleted={close} />
      ) : (
        <PanelSection>
          {task.error ? (
            <ErrorState error={task.error} title={t('task.oneNotLoaded')} onRetry={() => void task.refetch()} />
          ) : (
            <SkeletonLines />
          )}
        </PanelSection>
      )}
    </SidePanel>
  )
}
