import { entity, listOf, Name, OneOf, Optional, PlainDate, ReadOnly, Strict, Text, Type, Uuid } from '@innoerp/sdk/contract'
import type { NewRecord, RecordPatch, Static } from '@innoerp/sdk/contract'

/** The columns of the board, in their order. */
export const TASK_STATES = ['backlog', 'open', 'in_progress', 'done', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** Least urgent first. */
export const TASK_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type TaskPriority = (typeof TASK_PRIORITIES)[number]

const count = (description: string) => ReadOnly(Type.Integer({ minimum: 0, description }))

/** A task of a project. */
export const Task = entity({
  project_id: ReadOnly(Uuid),
  number: ReadOnly(Type.Integer({ minimum: 1, description: 'Counts the tasks of the project; never given twice' })),
  title: Name(300),
  description: Optional(Text(20_000)),
  parent_id: Optional(Uuid),
  state: OneOf(TASK_STATES, { default: 'backlog' }),
  priority: OneOf(TASK_PRIORITIES, { default: 'normal' }),
  assignee_id: Optional(Uuid),
  due_date: Optional(PlainDate),
  rank: ReadOnly(Type.String({ maxLength: 200, description: 'Orders the tasks of one state; compare it byte by byte' })),
  subtask_count: count('Subtasks that are not cancelled'),
  subtask_done_count: count('Subtasks that are done'),
  comment_count: count('Comments on the task'),
})
export type Task = Static<typeof Task>
export type NewTask = NewRecord<typeof Task>
export type TaskPatch = RecordPatch<typeof Task>

export const TaskList = listOf(Task, {
  sort: ['rank', 'number', 'title', 'due_date', 'updated_at'],
  search: ['title', 'description'],
  filter: ['state', 'priority', 'assignee_id', 'parent_id', 'number'],
})

/** Tasks of all projects: what one person has to do, and what a search finds. */
export const AllTasksList = listOf(Task, {
  sort: ['due_date', 'updated_at'],
  search: ['title'],
  filter: ['state', 'assignee_id', 'project_id'],
})

/** Where a task goes: right before or right after another one of that state, else to its end. */
export const TaskMove = Strict({
  state: OneOf(TASK_STATES),
  before_id: Type.Optional(Uuid),
  after_id: Type.Optional(Uuid),
})
export type TaskMove = Static<typeof TaskMove>
