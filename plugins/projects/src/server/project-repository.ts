import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type TenantDb } from '@innoerp/sdk/server'
import { Project, ProjectList } from '../shared/project.js'
import { PROJECT, TASK } from './tables.js'

export class ProjectModel extends TenantModel {
  static override tableName = 'project'
  static override entity = Project
}

const HIDE_TASKS = `update ${TASK} set deleted_at = now(), version = version + 1, updated_at = now()
  where project_id = $1 and deleted_at is null`
const SHOW_TASKS = `update ${TASK} set deleted_at = null, version = version + 1, updated_at = now()
  where project_id = $1 and deleted_at = (select deleted_at from ${PROJECT} where id = $1)`

export type ProjectRepository = ReturnType<typeof createProjectRepository>

export const createProjectRepository = (db: TenantDb) => ({
  ...db.crud(ProjectModel),
  list: db.list(ProjectModel, ProjectList),
  /** Hides the tasks of a project that goes in the same transaction: the equal time brings them back together. */
  hideTasks: async (tx: Context, projectId: string): Promise<void> => void (await db.run(tx, bind(HIDE_TASKS, [projectId]))),
  /** Shows what {@link hideTasks} hid; runs before the project itself is restored. */
  showTasks: async (tx: Context, projectId: string): Promise<void> => void (await db.run(tx, bind(SHOW_TASKS, [projectId]))),
})
