import { atField, type Context } from '@innoerp/sdk/contract'
import type { TenantDb } from '@innoerp/sdk/server'
import { errors } from './errors.js'
import { taskSql } from './task-sql.js'

/** A task that is to stand below `parentId`. */
export interface Nesting {
  taskId: string
  projectId: string
  parentId: string
}

/**
 * Checks that a task may stand below another: in one project, and in no circle at any depth. The caller holds the board's lock, so
 * that two changes at once cannot close a circle together. Errors: `PROJECTS_PARENT`, `PROJECTS_PARENT_CYCLE`.
 */
export const requireParentOf =
  (db: TenantDb) =>
  async (tx: Context, { taskId, projectId, parentId }: Nesting): Promise<void> => {
    const line = await db.run<{ id: string }>(tx, taskSql.ancestors(parentId, projectId))
    if (line.length === 0) throw atField('parent_id', errors.PARENT)
    if (line.some(({ id }) => id === taskId)) throw atField('parent_id', errors.PARENT_CYCLE)
  }
export type RequireParent = ReturnType<typeof requireParentOf>
