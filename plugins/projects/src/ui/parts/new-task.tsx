import { useMemo } from 'react'
import { FormDialog } from '@innoerp/sdk/ui'
import type { Project } from '../../shared/project.js'
import type { TaskState } from '../../shared/task.js'
import { taskFormOf } from '../forms.js'

export interface NewTaskProps {
  project: Project
  /** The column that the task is for; undefined while nothing is asked. */
  state: TaskState | undefined
  onClose(): void
}

/** The form of a new task. */
export function NewTask({ project, state, onClose }: NewTaskProps) {
  const form = useMemo(() => taskFormOf(project), [project])
  const defaults = state && { state }
  return <FormDialog key={state ?? 'none'} form={form} open={state !== undefined} onClose={onClose} defaults={defaults} />
}
