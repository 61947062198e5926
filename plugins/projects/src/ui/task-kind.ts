import { recordKind, type RecordKind } from '@innoerp/sdk/ui'
import type { Project } from '../shared/project.js'
import type { Task } from '../shared/task.js'
import { tasksOf } from './projects-api.js'
import { taskRef } from './words.js'

/** The tasks of a project as choices, e.g. for the parent of a task. */
export const taskKindOf = (project: Project): RecordKind<Task> =>
  recordKind({ source: tasksOf(project.id), title: (task) => task.title, second: (task) => taskRef(project, task) })
