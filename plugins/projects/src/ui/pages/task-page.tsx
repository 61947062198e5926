import { Button } from '@mui/material'
import { CircleCheck } from 'lucide-react'
import { useNavigate, useParams } from 'react-router'
import {
  Can,
  Card,
  FactsPanel,
  optionLabel,
  LoadFailed,
  PageFrame,
  RecordLayout,
  SkeletonLines,
  StatePath,
  useCan,
  useRecord,
  useT,
} from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import { TASK_STATES, type Task, type TaskState } from '../../shared/task.js'
import { taskFormOf } from '../forms.js'
import { Comments } from '../parts/comments.js'
import { DescriptionCard } from '../parts/description-card.js'
import { Subtasks } from '../parts/subtasks.js'
import { TaskChip } from '../parts/task-chip.js'
import { TaskMenu } from '../parts/task-menu.js'
import { TaskParent } from '../parts/task-parent.js'
import { projects, tasksOf } from '../projects-api.js'
import { useTaskActions } from '../use-task-actions.js'
import { isClosed, taskRef } from '../words.js'

/** One task with everything about it. */
export default function TaskPage() {
  const t = useT()
  const { id = '', task: taskId = '' } = useParams()
  const project = useRecord(projects, id)
  const task = useRecord(tasksOf(id), taskId)
  if (project.data && task.data) return <Loaded project={project.data} task={task.data} />
  const failed = [project, task].find(({ error }) => error)
  return (
    <PageFrame title={t('task.list')} permission="projects.read">
      {failed ? (
        <LoadFailed error={failed.error} title={t('task.oneNotLoaded')} onRetry={() => void failed.refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </PageFrame>
  )
}

interface LoadedProps {
  project: Project
  task: Task
}

function Loaded({ project, task }: LoadedProps) {
  const t = useT()
  const navigate = useNavigate()
  const { subtask_count, subtask_done_count } = task
  return (
    <PageFrame
      fill
      title={task.title}
      permission="projects.read"
      crumbs={[{ label: project.name, to: project.id }]}
      chip={<TaskChip task={task} />}
      facts={<TaskParent project={project} task={task} />}
      actions={<TaskActionsBar project={project} task={task} onDeleted={() => void navigate(`/${project.id}`)} />}
    >
      <RecordLayout
        path={<TaskPath project={project} task={task} />}
        facts={<TaskFacts project={project} task={task} />}
        factsLabel={t('task.facts')}
      >
        <DescriptionCard project={project} task={task} />
        <Card flush title={t('task.subtasks')} {...(subtask_count > 0 && { count: `${subtask_done_count}/${subtask_count}` })}>
          <Subtasks project={project} task={task} />
        </Card>
        <Card title={t('comment.title')} {...(task.comment_count > 0 && { count: task.comment_count })}>
          <Comments key={task.id} task={task} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}

function TaskActionsBar({ project, task, onDeleted }: LoadedProps & { onDeleted(): void }) {
  const t = useT()
  const actions = useTaskActions(project.id)
  return (
    <>
      <TaskMenu project={project} task={task} onDeleted={onDeleted} />
      {!isClosed(task) && (
        <Can permission="projects.write">
          <Button variant="contained" startIcon={<CircleCheck size={16} />} onClick={() => void actions.moveTo([task], 'done')}>
            {t('task.markDone')}
          </Button>
        </Can>
      )}
    </>
  )
}

const STEPS = TASK_STATES.filter((state) => state !== 'cancelled')

function TaskPath({ project, task }: LoadedProps) {
  const t = useT()
  const canWrite = useCan('projects.write')
  const actions = useTaskActions(project.id)
  return (
    <StatePath
      label={t('field.state')}
      steps={STEPS.map((id) => ({ id, label: optionLabel(t, 'state', id) }))}
      current={task.state}
      finished={task.state === 'done'}
      {...(canWrite && { onMove: (step) => void actions.moveTo([task], step as TaskState) })}
    />
  )
}

function TaskFacts({ project, task }: LoadedProps) {
  const t = useT()
  const reference = { label: t('field.number'), value: <span className="io-id">{taskRef(project, task)}</span> }
  return (
    <FactsPanel
      form={taskFormOf(project)}
      record={task}
      permission="projects.write"
      sections={[
        { title: 'task.facts', facts: [reference, 'state', 'priority', 'assignee_id', 'due_date', 'parent_id'] },
        { facts: ['created_at', 'updated_at'] },
      ]}
    />
  )
}
