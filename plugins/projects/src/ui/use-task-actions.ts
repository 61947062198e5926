import { useQueryClient } from '@tanstack/react-query'
import { ApiError, errorText, keys, useT, useToast } from '@innoerp/sdk/ui'
import type { Task, TaskState } from '../shared/task.js'
import { tasksOf, type Tasks } from './projects-api.js'

/** What can be done with several tasks of a project at once; each can be taken back. */
export interface TaskActions {
  /** Deletes tasks with everything below them; whether any was deleted. */
  remove(tasks: readonly Task[]): Promise<boolean>
  /** Puts tasks at the end of a column. */
  moveTo(tasks: readonly Task[], state: TaskState): Promise<void>
}

/** One step a task; false where there was nothing left to do. */
type Step = (tasks: Tasks, task: Task) => Promise<boolean>

const removeOne: Step = async (tasks, { id }) => {
  try {
    await tasks.remove(id)
    return true
  } catch (error) {
    // A task that stood below another chosen one is gone with it.
    if (error instanceof ApiError && error.status === 404) return false
    throw error
  }
}
const restoreOne: Step = async (tasks, { id }) => {
  await tasks.restore(id)
  return true
}
const moveOne = async (tasks: Tasks, { id }: Task, state: TaskState): Promise<boolean> => {
  await tasks.act(id, 'move', { body: { state } })
  return true
}
const moveBack: Step = (tasks, task) => moveOne(tasks, task, task.state)

export function useTaskActions(projectId: string): TaskActions {
  const t = useT()
  const toast = useToast()
  const run = useSteps(projectId)
  return {
    async remove(chosen) {
      const removed = await run(chosen, removeOne)
      const [first] = removed
      if (!first) return false
      const text = removed.length === 1 ? t('task.deletedOne', { name: first.title }) : t('task.deleted', { count: removed.length })
      toast({ text, undo: async () => void (await run(removed.toReversed(), restoreOne)) })
      return true
    },
    async moveTo(chosen, state) {
      const others = chosen.filter((task) => task.state !== state)
      const moved = await run(others, (tasks, task) => moveOne(tasks, task, state))
      if (moved.length === 0) return
      toast({ text: t('task.moved', { state: t(`option.state.${state}`) }), undo: async () => void (await run(moved, moveBack)) })
    },
  }
}

/** Runs a step for one task after another. A refusal ends it and is told; those that were done before are given back. */
function useSteps(projectId: string): (chosen: readonly Task[], step: Step) => Promise<Task[]> {
  const t = useT()
  const toast = useToast()
  const queries = useQueryClient()
  const tasks = tasksOf(projectId)
  return async (chosen, step) => {
    const done: Task[] = []
    try {
      for (const task of chosen) if (await step(tasks, task)) done.push(task)
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
    }
    // Not waited for: what shows a deleted task goes before it is read again.
    void queries.invalidateQueries({ queryKey: keys.all(tasks.path) })
    return done
  }
}
