import { OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { Can, errorText, ErrorState, SkeletonLines, useCan, useCreate, useList, useT, useToast } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { tasksOf, useMoveTask } from '../projects-api.js'
import { isClosed, taskRef } from '../words.js'
import { DueDate } from './due-date.js'
import styles from './subtasks.module.css'

export interface SubtasksProps {
  project: Project
  task: Task
}

/** The most that is shown; who has more splits the task. */
const SHOWN = 200

/** What a task is divided into: check one off, open it, add one. */
export function Subtasks({ project, task }: SubtasksProps) {
  const t = useT()
  const children = useList(tasksOf(project.id), { parent_id: task.id, sort: 'number', limit: SHOWN, total: false })
  if (children.error) return <ErrorState error={children.error} title={t('task.notLoaded')} onRetry={() => void children.refetch()} />
  if (!children.data) return <SkeletonLines rows={2} />
  return (
    <>
      {children.data.items.length > 0 && (
        <ul className={styles.list} aria-label={t('task.subtasks')}>
          {children.data.items.map((child) => (
            <Subtask key={child.id} project={project} task={child} />
          ))}
        </ul>
      )}
      <Can permission="projects.write">
        <AddSubtask project={project} parent={task} />
      </Can>
    </>
  )
}

function Subtask({ project, task }: SubtasksProps) {
  const t = useT()
  const toast = useToast()
  const canWrite = useCan('projects.write')
  const move = useMoveTask(project.id)
  const closed = isClosed(task)
  const toggle = () =>
    move.mutate(
      { id: task.id, to: { state: closed ? 'open' : 'done' } },
      { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) },
    )
  return (
    <li className={styles.row}>
      <input
        type="checkbox"
        className="io-check"
        checked={closed}
        disabled={!canWrite || move.isPending}
        onChange={toggle}
        aria-label={t(closed ? 'task.reopen' : 'task.finish', { title: task.title })}
      />
      <Link to={`/${project.id}/tasks/${task.id}`} className={`io-grow io-trunc ${closed ? 'io-muted' : 'io-strong'}`} title={task.title}>
        <bdi>{task.title}</bdi>
      </Link>
      {task.due_date && <DueDate task={task} />}
      <span className="io-cap io-id">{taskRef(project, task)}</span>
    </li>
  )
}

function AddSubtask({ project, parent }: { project: Project; parent: Task }) {
  const t = useT()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string>()
  const create = useCreate(tasksOf(project.id))
  const id = useId()
  async function add(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (!title.trim() || create.isPending) return
    setProblem(undefined)
    try {
      await create.mutateAsync({ title: title.trim(), parent_id: parent.id })
      setTitle('')
    } catch (error) {
      setProblem(errorText(t, error))
    }
  }
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <OutlinedInput
        fullWidth
        size="small"
        value={title}
        placeholder={t('task.addSubtask')}
        onChange={(event) => setTitle(event.target.value)}
        error={problem !== undefined}
        inputProps={{
          'aria-label': t('task.addSubtask'),
          'aria-describedby': (problem ?? title) ? `${id}-hint` : undefined,
          maxLength: 300,
        }}
      />
      {(problem ?? title) && (
        <div className="io-hint" id={`${id}-hint`} data-tone={problem ? 'bad' : undefined}>
          {problem ?? t('task.subtaskHint')}
        </div>
      )}
    </form>
  )
}
