import type { Context, ListParams } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import { TaskCreated, TaskDeleted, TaskMoved, TaskRestored, TaskUpdated } from '../shared/events.js'
import type { NewTask, Task, TaskMove, TaskPatch } from '../shared/task.js'
import type { RequireActive } from './active-people.js'
import { errors } from './errors.js'
import type { ProjectRepository } from './project-repository.js'
import type { Places } from './task-place.js'
import type { TaskRepository } from './task-repository.js'
import type { RequireParent } from './task-tree.js'

interface Deps {
  projects: ProjectRepository
  tasks: TaskRepository
  places: Places
  requireParent: RequireParent
  requireActive: RequireActive
  events: ModuleEvents
}
interface TaskChange {
  values: TaskPatch
  ifMatch: string | undefined
}
type Creation = { projectId: string; input: NewTask }
type Patching = { id: string } & TaskChange

const aggregate = ({ id, version }: Task) => ({ aggregate_id: id, aggregate_version: version })
const idsOf = ({ id, project_id }: Task) => ({ task_id: id, project_id })

export type TaskService = ReturnType<typeof createTaskService>

/**
 * Tasks. Whatever orders or nests them holds the lock of their board, so one board changes one step at a time.
 * Errors: those of places, parents and people, and those of every record.
 */
export const createTaskService = (deps: Deps) => {
  const { tasks, events } = deps
  return {
    list: async (ctx: Context, projectId: string, params: ListParams) => {
      const page = await tasks.list(ctx, params, { project_id: projectId })
      // A deleted project has no visible task: only an empty page leaves open whether the project is there.
      if (page.items.length === 0) await deps.projects.get(ctx, projectId)
      return page
    },
    listAll: (ctx: Context, params: ListParams) => tasks.listAll(ctx, params),
    get: (ctx: Context, id: string) => tasks.get(ctx, id),
    create: (ctx: Context, projectId: string, input: NewTask) => createTask(deps, ctx, { projectId, input }),
    patch: (ctx: Context, id: string, change: TaskChange) => patchTask(deps, ctx, { id, ...change }),
    move: (ctx: Context, id: string, to: TaskMove) => moveTask(deps, ctx, { id, to }),

    /** Hides the task and all tasks below it for 30 days. */
    remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) =>
      ctx.transaction(async (tx) => {
        await tasks.lock(tx, id)
        const task = await tasks.remove(tx, id, { ifMatch })
        const subtasks = await tasks.hideBelow(tx, id)
        await tasks.recount(tx, [task.parent_id])
        await events.publish(tx, TaskDeleted, { data: { ...idsOf(task), subtask_ids: subtasks }, ...aggregate(task) })
      }),

    /** Brings back a deleted task, to its old place, with the tasks below it that were deleted together with it. */
    restore: (ctx: Context, id: string) =>
      ctx.transaction(async (tx) => {
        const { parent_id, parent_visible } = await tasks.lockHidden(tx, id)
        if (!parent_visible) throw errors.PARENT_DELETED()
        await tasks.showBelow(tx, id)
        const task = await tasks.restore(tx, id)
        await tasks.recount(tx, [parent_id])
        await events.publish(tx, TaskRestored, { data: idsOf(task), ...aggregate(task) })
        return task
      }),
  }
}

async function createTask({ tasks, places, events, ...rules }: Deps, ctx: Context, { projectId, input }: Creation): Promise<Task> {
  if (input.assignee_id) await rules.requireActive(ctx, input.assignee_id, 'assignee_id')
  return ctx.transaction(async (tx) => {
    const id = newId()
    const number = await tasks.takeNumber(tx, projectId)
    if (input.parent_id) await rules.requireParent(tx, { taskId: id, projectId, parentId: input.parent_id })
    const rank = await places.atEnd(tx, { projectId, state: input.state, taskId: id })
    const task = await tasks.insert(tx, { ...input, id, project_id: projectId, number, rank })
    await tasks.recount(tx, [task.parent_id])
    const data = { ...idsOf(task), title: task.title, state: task.state, assignee_id: task.assignee_id ?? null }
    await events.publish(tx, TaskCreated, { data, ...aggregate(task) })
    return task
  })
}

async function patchTask({ tasks, places, events, ...rules }: Deps, ctx: Context, { id, values, ifMatch }: Patching): Promise<Task> {
  if (values.assignee_id && (await tasks.get(ctx, id)).assignee_id !== values.assignee_id) {
    await rules.requireActive(ctx, values.assignee_id, 'assignee_id')
  }
  return ctx.transaction(async (tx) => {
    const before = await tasks.lock(tx, id)
    const projectId = before.project_id
    if (values.parent_id) await rules.requireParent(tx, { taskId: id, projectId, parentId: values.parent_id })
    const state = values.state ?? before.state
    const moved = state !== before.state && { rank: await places.atEnd(tx, { projectId, state, taskId: id }) }
    const task = await tasks.patch(tx, id, { values: { ...values, ...moved }, ifMatch })
    if (moved || values.parent_id !== undefined) await tasks.recount(tx, [before.parent_id, task.parent_id])
    await events.publish(tx, TaskUpdated, { data: { ...idsOf(task), fields: Object.keys(values) }, ...aggregate(task) })
    return task
  })
}

async function moveTask({ tasks, places, events }: Deps, ctx: Context, { id, to }: { id: string; to: TaskMove }): Promise<Task> {
  const { state, ...neighbour } = to
  return ctx.transaction(async (tx) => {
    const before = await tasks.lock(tx, id)
    const rank = await places.at(tx, { projectId: before.project_id, state, taskId: id }, neighbour)
    const task = await tasks.patch(tx, id, { values: { state, rank } })
    if (state !== before.state) await tasks.recount(tx, [task.parent_id])
    await events.publish(tx, TaskMoved, { data: { ...idsOf(task), from: before.state, to: state }, ...aggregate(task) })
    return task
  })
}
