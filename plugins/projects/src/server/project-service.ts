import type { Context, ListParams } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import { ProjectCreated, ProjectDeleted, ProjectRestored, ProjectUpdated } from '../shared/events.js'
import type { NewProject, ProjectPatch } from '../shared/project.js'
import { withRules } from './constraints.js'
import { atField, errors } from './errors.js'
import type { ProjectRepository } from './project-repository.js'

interface Deps {
  projects: ProjectRepository
  events: ModuleEvents
}

const rulesFor = ({ code }: { code?: string | null }) => ({
  project_code: () => atField('code', errors.CODE_TAKEN, { code: code ?? '' }),
  project_dates: () => atField('end_date', errors.DATES),
})

export type ProjectService = ReturnType<typeof createProjectService>

/** Projects. Errors: `PROJECTS_CODE_TAKEN`, `PROJECTS_DATES`, and those of every record. */
export const createProjectService = ({ projects, events }: Deps) => ({
  list: (ctx: Context, params: ListParams) => projects.list(ctx, params),

  get: (ctx: Context, id: string) => projects.get(ctx, id),

  /** One round trip: the row and its event. A project without a currency takes the organization's. */
  create: (ctx: Context, input: NewProject) => {
    const id = newId()
    const data = { project_id: id, name: input.name, code: input.code ?? null }
    const created = events.statement(ctx, ProjectCreated, { data, aggregate_id: id, aggregate_version: 1 })
    const values = { ...input, id, currency: input.currency ?? ctx.organization.currency }
    return withRules(rulesFor(input), () => projects.insert(ctx, values, { also: [created] }))
  },

  patch: (ctx: Context, id: string, { values, ifMatch }: { values: ProjectPatch; ifMatch: string | undefined }) =>
    withRules(rulesFor(values), () =>
      ctx.transaction(async (tx) => {
        const project = await projects.patch(tx, id, { values, ifMatch })
        const data = { project_id: id, fields: Object.keys(values) }
        await events.publish(tx, ProjectUpdated, { data, aggregate_id: id, aggregate_version: project.version })
        return project
      }),
    ),

  /** Hides the project and its tasks for 30 days. */
  remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) =>
    ctx.transaction(async (tx) => {
      const project = await projects.remove(tx, id, { ifMatch })
      await projects.hideTasks(tx, id)
      await events.publish(tx, ProjectDeleted, { data: { project_id: id }, aggregate_id: id, aggregate_version: project.version })
    }),

  /** Brings back a deleted project with the tasks that were deleted together with it. */
  restore: (ctx: Context, id: string) =>
    withRules({ project_code: errors.RESTORE_CODE_TAKEN }, () =>
      ctx.transaction(async (tx) => {
        await projects.showTasks(tx, id)
        const project = await projects.restore(tx, id)
        await events.publish(tx, ProjectRestored, { data: { project_id: id }, aggregate_id: id, aggregate_version: project.version })
        return project
      }),
    ),
})
