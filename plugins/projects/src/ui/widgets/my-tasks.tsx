import { AppLink, EmptyState, ErrorState, SkeletonLines, useList, useModule, useRecord, useSession, useT } from '@innoerp/sdk/ui'
import type { Task, TaskState } from '../../shared/task.js'
import { DueDate } from '../parts/due-date.js'
import { allTasks, projects } from '../projects-api.js'
import { byDueDate, taskRef } from '../words.js'

/** As many as a widget has room for. */
const SHOWN = 5

/** What the signed-in person is to do next, over all projects: begun and ready tasks, the next due first. */
export default function MyTasks() {
  const t = useT()
  const begun = useMine('in_progress')
  const ready = useMine('open')
  const error = begun.error ?? ready.error
  const retry = () => void Promise.all([begun.refetch(), ready.refetch()])
  if (error) return <ErrorState error={error} title={t('task.notLoaded')} onRetry={retry} />
  if (!begun.data || !ready.data) return <SkeletonLines rows={3} />
  const tasks = [...begun.data.items, ...ready.data.items].sort(byDueDate).slice(0, SHOWN)
  if (tasks.length === 0) return <EmptyState icon="tasks" title={t('widget.noTasks')} text={t('widget.noTasksText')} />
  return (
    <ul className="io-rows">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  )
}

function useMine(state: TaskState) {
  const { user } = useSession()
  return useList(allTasks, { assignee_id: user.id, state, sort: 'due_date', limit: SHOWN, total: false })
}

function TaskRow({ task }: { task: Task }) {
  const module = useModule()
  const { data: project } = useRecord(projects, task.project_id)
  return (
    <li>
      <AppLink href={`${module?.basePath ?? ''}/${task.project_id}/tasks/${task.id}`}>
        <span className="io-col io-grow">
          <span className="io-trunc io-strong">{task.title}</span>
          <span className="io-cap io-trunc">{[taskRef(project, task), project?.name].filter(Boolean).join(' · ')}</span>
        </span>
        <DueDate task={task} />
      </AppLink>
    </li>
  )
}
