import { useQueryClient } from '@tanstack/react-query'
import { ApiError, errorText, keys, useT, useToast } from '@innoerp/sdk/ui'
import type { Task, TaskState } from '../shared/task.js'
import { tasksOf } from './projects-api.js'

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404

/** What can be done with several tasks of a project at once; each can be taken back. */
export interface TaskActions {
  /** Deletes tasks with everything below them; whether any was deleted. */
  remove(tasks: readonly Task[]): Promise<boolean>
  /** Puts tasks at the end of a column. */
  moveTo(tasks: readonly Task[], state: TaskState): Promise<void>
}

export function useTaskActions(projectId: string): TaskActions {
  const t = useT()
  const toast = useToast()
  const queries = useQueryClient()
  const tasks = tasksOf(projectId)
  const fail = (error: unknown) => toast({ text: errorText(t, error), tone: 'error' })

  /** Runs one step a task, and tells what can be taken back even where a later one was refused. */
  async function run(chosen: readonly Task[], step: (task: Task) => Promise<boolean>): Promise<Task[]> {
    const done: Task[] = []
    try {
      for (const task of chosen) if (await step(task)) done.push(task)
    } catch (error) {
      fail(error)
    } finally {
      // Not waited for: what shows a deleted task goes before it is read again.
      void queries.invalidateQueries({ queryKey: keys.all(tasks.path) })
    }
    return done
  }

  const removeOne = async ({ id }: Task) => {
    try {
      await tasks.remove(id)
      return true
    } catch (error) {
      // A task that stood below another chosen one is gone with it.
      if (isGone(error)) return false
      throw error
    }
  }
  const restoreOne = async ({ id }: Task) => {
    await tasks.restore(id)
    return true
  }
  const moveOne = (state: TaskState) => async (task: Task) => {
    await tasks.act(task.id, 'move', { body: { state } })
    return true
  }
  const moveBack = async (task: Task) => moveOne(task.state)(task)

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
      const moved = await run(chosen.filter((task) => task.state !== state), moveOne(state))
      if (moved.length === 0) return
      toast({ text: t('task.moved', { state: t(`option.state.${state}`) }), undo: async () => void (await run(moved, moveBack)) })
    },
  }
}
