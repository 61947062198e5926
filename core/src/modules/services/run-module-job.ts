import type { UserContext } from '@innoerp/sdk/contract'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { RunJob } from '../../platform/jobs/worker.js'
import type { Platform } from '../../platform/platform.js'
import { contextFor } from '../context-for.js'
import type { ModuleHost } from '../module-host.js'

const NOBODY = '00000000-0000-0000-0000-000000000000'

export interface RunModuleJobDeps {
  platform: Platform
  tenants: TenantDirectory
  modules: ModuleHost
}

/** Runs a job in the module version that its organization runs now; what is not there (yet) is tried again. */
export const runModuleJob =
  ({ platform, tenants, modules }: RunModuleJobDeps): RunJob =>
  async (job, signal) => {
    const tenant = tenants.byId(job.organization_id)
    const unit = tenant && modules.unitOf(tenant, job.module_id)
    if (!tenant || !unit) throw new Error(`The organization runs no version of ${job.module_id} now.`)
    const handler = unit.jobs[job.name]
    if (!handler) throw new Error(`${unit.label} has no job ${job.name}.`)
    const user: UserContext = { id: job.user_id ?? NOBODY, email: '', user_type: 'admin' }
    const onGone = (abort: () => void): void => signal.addEventListener('abort', abort, { once: true })
    const aborted = new Promise<never>((_resolve, reject) => onGone(() => reject(new Error('The host stopped while the job ran.'))))
    const work = () => handler(contextFor({ platform, tenant, unit, user, requestId: job.id, onGone }), job.payload)
    try {
      // A job that does not heed its signal is left to itself, and tried again elsewhere.
      await unit.during(() => Promise.race([work(), aborted]))
    } finally {
      platform.usage.job({ organizationId: job.organization_id, moduleId: job.module_id })
    }
    return unit.version
  }
