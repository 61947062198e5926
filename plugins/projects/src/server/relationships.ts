import type { Context } from '@innoerp/sdk/contract'
import { bind, type Port, type TenantDb } from '@innoerp/sdk/server'
import { MEMBER, PROJECT, TASK } from './tables.js'

// A person is connected with a project as its member, or by a task of theirs in it.
const PROJECTS_OF = `select p.id, p.name, p.status,
    (select m.role from ${MEMBER} m where m.project_id = p.id and m.user_id = $1 and m.deleted_at is null) as role,
    (select count(*)::int from ${TASK} t where t.project_id = p.id and t.assignee_id = $1 and t.deleted_at is null) as tasks
  from ${PROJECT} p
  where p.deleted_at is null and (exists (select 1 from ${MEMBER} m where m.project_id = p.id and m.user_id = $1 and m.deleted_at is null)
    or exists (select 1 from ${TASK} t where t.project_id = p.id and t.assignee_id = $1 and t.deleted_at is null))
  order by p.name, p.id limit 500`

/** The port `projects.relationships`: the projects that a person works in. */
export const relationshipsPort =
  (db: TenantDb): Port =>
  (ctx: Context, input) =>
    db.run(ctx, bind(PROJECTS_OF, [(input as { user_id: string }).user_id]))
