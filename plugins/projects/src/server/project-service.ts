import { atField } from '@innoerp/sdk/contract'
import { recordService, type CorePorts, type ModuleEvents, type RecordService } from '@innoerp/sdk/server'
import { projectEvents } from '../shared/events.js'
import type { Project, ProjectPatch } from '../shared/project.js'
import { errors } from './errors.js'
import type { ProjectRepository } from './project-repository.js'

interface Deps {
  projects: ProjectRepository
  core: Pick<CorePorts, 'planLimit'>
  events: ModuleEvents
}

/** `values` is undefined where a project is restored. */
const rulesFor = (values: ProjectPatch | undefined) => ({
  project_code: values ? () => atField('code', errors.CODE_TAKEN, { code: values.code ?? '' }) : errors.RESTORE_CODE_TAKEN,
  project_dates: () => atField('end_date', errors.DATES),
})

/**
 * Projects. One without a currency takes the organization's; deleting one hides its tasks, restoring it brings back those that went
 * with it. Errors: `PROJECTS_CODE_TAKEN`, `PROJECTS_RESTORE_CODE_TAKEN`, `PROJECTS_DATES`, `PROJECTS_PLAN_LIMIT`, and those of every record.
 */
export function createProjectService({ projects, core, events }: Deps): RecordService<typeof Project> {
  const service = recordService({
    records: projects,
    events,
    types: projectEvents,
    created: ({ name, code = null }) => ({ name, code }),
    defaults: (ctx) => ({ currency: ctx.organization.currency }),
    rules: rulesFor,
    removing: projects.hideTasks,
    restoring: projects.showTasks,
  })
  return {
    ...service,
    create: async (ctx, input) => {
      const max = await core.planLimit(ctx, 'projects')
      if (max === null) return service.create(ctx, input)
      return ctx.transaction(async (tx) => {
        if ((await projects.countHeld(tx)) >= max) throw errors.PLAN_LIMIT({ values: { max } })
        return service.create(tx, input)
      })
    },
  }
}
