import { atField } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents } from '@innoerp/sdk/server'
import { projectEvents } from '../shared/events.js'
import type { ProjectPatch } from '../shared/project.js'
import { errors } from './errors.js'
import type { ProjectRepository } from './project-repository.js'

interface Deps {
  projects: ProjectRepository
  events: ModuleEvents
}

/** `values` is undefined where a project is restored. */
const rulesFor = (values: ProjectPatch | undefined) => ({
  project_code: values ? () => atField('code', errors.CODE_TAKEN, { code: values.code ?? '' }) : errors.RESTORE_CODE_TAKEN,
  project_dates: () => atField('end_date', errors.DATES),
})

/**
 * Projects. One without a currency takes the organization's; deleting one hides its tasks, restoring it brings back those that went
 * with it. Errors: `PROJECTS_CODE_TAKEN`, `PROJECTS_RESTORE_CODE_TAKEN`, `PROJECTS_DATES`, and those of every record.
 */
export const createProjectService = ({ projects, events }: Deps) =>
  recordService({
    records: projects,
    events,
    types: projectEvents,
    created: ({ name, code = null }) => ({ name, code }),
    defaults: (ctx) => ({ currency: ctx.organization.currency }),
    rules: rulesFor,
    removing: projects.hideTasks,
    restoring: projects.showTasks,
  })
