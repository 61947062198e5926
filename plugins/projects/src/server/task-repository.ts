import type { Context } from '@innoerp/sdk/contract'
import { platformErrors, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { AllTasksList, Task, TaskList } from '../shared/task.js'
import { taskSql } from './task-sql.js'

export class TaskModel extends TenantModel {
  static override tableName = 'task'
  static override entity = Task
}

export type TaskRepository = ReturnType<typeof createTaskRepository>

export const createTaskRepository = (db: TenantDb) => {
  const crud = db.crud(TaskModel)
  const requireRow = <R>(row: R | undefined): R => {
    if (row === undefined) throw platformErrors.NOT_FOUND()
    return row
  }
  return {
    ...crud,
    list: db.list(TaskModel, TaskList),
    listAll: db.list(TaskModel, AllTasksList),

    /** Locks the project's board until the transaction ends and takes its next task number; `NOT_FOUND` without such a project. */
    takeNumber: async (tx: Context, projectId: string): Promise<number> =>
      requireRow((await db.run<{ number: number }>(tx, taskSql.takeNumber(projectId)))[0]).number,

    /** Locks the task's board until the transaction ends and reads the task as it is then. */
    lock: async (tx: Context, id: string): Promise<Task> => {
      requireRow((await db.run(tx, taskSql.lockBoard(id)))[0])
      return crud.get(tx, id)
    },

    /** Brings the subtask counts of these tasks up to date; null stands for "no parent". */
    recount: async (tx: Context, ids: readonly (string | null | undefined)[]): Promise<void> => {
      const parents = [...new Set(ids)].filter((id) => typeof id === 'string')
      if (parents.length > 0) await db.run(tx, taskSql.recount(parents))
    },

    /** Hides the tasks below one; their ids. */
    hideBelow: async (tx: Context, id: string): Promise<string[]> => {
      const rows = await db.run<{ id: string }>(tx, taskSql.hideBelow(id))
      return rows.map((row) => row.id)
    },

    /** Locks the board of a deleted task; its parent, and whether that can be seen. `NOT_FOUND` where nothing can come back. */
    lockHidden: async (tx: Context, id: string): Promise<{ parent_id: string | null; parent_visible: boolean }> => {
      requireRow((await db.run(tx, taskSql.lockBoard(id)))[0])
      return requireRow((await db.run<{ parent_id: string | null; parent_visible: boolean }>(tx, taskSql.hidden(id)))[0])
    },

    showBelow: (tx: Context, id: string) => db.run(tx, taskSql.showBelow(id)),

    /** Counts one comment more; the project of the task. */
    countComment: async (tx: Context, id: string): Promise<string> =>
      requireRow((await db.run<{ project_id: string }>(tx, taskSql.countComment(id)))[0]).project_id,
  }
}
