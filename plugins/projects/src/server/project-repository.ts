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

// Whoever counts to a limit waits for whoever counted before.
const HOLD = `select pg_advisory_xact_lock(hashtextextended('projects of ' || current_setting('app.organization_id', true), 0))`
const COUNT = `select count(*)::int as count from ${PROJECT} where deleted_at is null`

export type ProjectRepository = ReturnType<typeof createProjectRepository>

export const createProjectRepository = (db: TenantDb) => ({
  ...db.crud(ProjectModel),
  list: db.list(ProjectModel, ProjectList),
  count: async (ctx: Context): Promise<number> => (await db.run<{ count: number }>(ctx, bind(COUNT, [])))[0]?.count ?? 0,
  /** The number of projects, which stays so until the transaction ends. */
  countHeld: async (tx: Context): Promise<number> => {
    await db.run(tx, bind(HOLD, []))
    return (await db.run<{ count: number }>(tx, bind(COUNT, [])))[0]?.count ?? 0
  },
  /** Hides the tasks of a project that goes in the same transaction: the equal time brings them back together. */
  hideTasks: async (tx: Context, projectId: string): Promise<void> => void (await db.run(tx, bind(HIDE_TASKS, [projectId]))),
  /** Shows what {@link hideTasks} hid; runs before the project itself is restored. */
  showTasks: async (tx: Context, projectId: string): Promise<void> => void (await db.run(tx, bind(SHOW_TASKS, [projectId]))),
})
