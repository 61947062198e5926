import { dayIn, type Tone } from '@innoerp/sdk/ui'
import type { Project, ProjectStatus } from '../shared/project.js'
import type { Task, TaskState } from '../shared/task.js'

/** What the states of projects and tasks mean, where their word alone would say something else. */
export const PROJECT_TONES: Partial<Record<ProjectStatus, Tone>> = { active: 'info' }
export const TASK_TONES: Partial<Record<TaskState, Tone>> = { open: 'neutral' }

/** What people call a task: `HCR-141`, or `#141` in a project without a code. */
export const taskRef = (project: Pick<Project, 'code'> | undefined, task: Pick<Task, 'number'>): string =>
  project?.code ? `${project.code}-${task.number}` : `#${task.number}`

/** Whether nothing more is to be done. */
export const isClosed = ({ state }: Pick<Task, 'state'>): boolean => state === 'done' || state === 'cancelled'

/** The share that is done, 0 to 1; 0 where there is nothing to do. */
export const shareDone = ({ total, done }: { total: number; done: number }): number => (total > 0 ? done / total : 0)

/** Sorts the next due first, what has no day last. */
export function byDueDate({ due_date: a }: Pick<Task, 'due_date'>, { due_date: b }: Pick<Task, 'due_date'>): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return a < b ? -1 : Number(a > b)
}

/** The day that it is in a time zone, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string => dayIn(new Date(), timeZone)

/** How urgent a day is for an open task: past, today, or neither. */
export function dueTone(task: Pick<Task, 'due_date' | 'state'>, today: string): 'io-bad' | 'io-warn' | undefined {
  if (!task.due_date || isClosed(task)) return undefined
  if (task.due_date < today) return 'io-bad'
  return task.due_date === today ? 'io-warn' : undefined
}
