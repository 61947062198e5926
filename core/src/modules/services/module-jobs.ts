import type { ModulePackage } from '@innoerp/sdk/contract'
import type { ModuleJobs } from '@innoerp/sdk/server'
import type { Database } from '../../platform/database/database.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import { enqueueStatement } from '../../platform/jobs/index.js'
import { moduleErrors } from '../module-errors.js'
import { quotaErrors } from '../../platform/limits/quota-errors.js'
import type { Capabilities } from './capabilities.js'
import { serviceErrors } from './errors.js'
import { runInChange } from './in-change.js'

const MAX_PAYLOAD = 64 * 1024
const ATTEMPTS = 10
const MOST_ATTEMPTS = 25
const MAX_KEY = 200

export interface ModuleJobsDeps {
  database: Database
  tenants: TenantDirectory
  capabilities: Capabilities
}

/** Jobs as a module leaves them. Errors: MODULE_CAPABILITY_MISSING, MODULE_UNDECLARED, SERVICE_PAYLOAD, QUOTA_JOBS. */
export function createModuleJobs({ database, tenants, capabilities }: ModuleJobsDeps, { innoerp: { id, jobs: declared = [] }, version }: ModulePackage): ModuleJobs {
  return {
    enqueue: async (ctx, name, ...[payload, { runAt, key, maxAttempts = ATTEMPTS } = {}]) => {
      await capabilities.assert(ctx, id, 'jobs')
      if (!declared.includes(name)) throw moduleErrors.UNDECLARED({ values: { name: id, kind: 'job', what: name } })
      if (Buffer.byteLength(JSON.stringify(payload)) > MAX_PAYLOAD) throw serviceErrors.PAYLOAD({ values: { name } })
      const job = {
        module_id: id,
        name,
        payload,
        payload_version: version,
        key: key?.slice(0, MAX_KEY),
        max_attempts: Math.min(Math.max(Math.trunc(maxAttempts), 1), MOST_ATTEMPTS),
        run_at: runAt?.toISOString(),
      }
      const [row] = await runInChange(database, ctx, { moduleId: id, statement: enqueueStatement(job) })
      if (row?.enqueued !== true) throw quotaErrors.JOBS({ values: { max: tenants.byId(ctx.organization.id)?.modules.get(id)?.quota.jobs_per_hour ?? 0 } })
    },
  }
}
