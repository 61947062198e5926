import { Link } from 'react-router'
import { useRecord, useT } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { Task } from '../../shared/task.js'
import { tasksOf } from '../projects-api.js'
import { taskRef } from '../words.js'

/** The line below a task's title: its number, and what it is a part of. */
export function TaskParent({ project, task }: { project: Project; task: Task }) {
  const t = useT()
  const parent = useRecord(tasksOf(project.id), task.parent_id ?? undefined)
  const reference = <span className="io-id">{taskRef(project, task)}</span>
  if (!task.parent_id || !parent.data) return reference
  const link = (
    <Link className="io-link" to={`/${project.id}/tasks/${parent.data.id}`}>
      <bdi>{parent.data.title}</bdi>
    </Link>
  )
  return (
    <>
      {reference} · {t.rich('task.below', { link: () => link })}
    </>
  )
}
