import type { CoreDb, CoreTransaction } from '../../platform/database/core-db.js'
import type { Quota, QuotaBody } from './schemas.js'

const COLUMNS = 'requests_per_minute, jobs_per_hour, storage_mb'
const FIND = `select ${COLUMNS} from tenant.organization_modules where organization_id = $1 and module_id = $2`
const SET = `update tenant.organization_modules set requests_per_minute = $3, jobs_per_hour = $4, storage_mb = $5, updated_at = now()
  where organization_id = $1 and module_id = $2 returning ${COLUMNS}`

/** Quotas stand with the assignment. Undefined where the organization does not have the module. */
export const createQuotaRepository = (db: CoreDb) => ({
  organizationExists: async (id: string): Promise<boolean> => (await db.run('platform', 'select 1 from tenant.organizations where id = $1', [id])).length > 0,
  find: async (organizationId: string, moduleId: string): Promise<Quota | undefined> => (await db.run<Quota>('platform', FIND, [organizationId, moduleId]))[0],
  set: async (tx: CoreTransaction, at: { organizationId: string; moduleId: string }, quota: QuotaBody): Promise<Quota | undefined> =>
    (await db.run<Quota>(tx, SET, [at.organizationId, at.moduleId, quota.requests_per_minute, quota.jobs_per_hour, quota.storage_mb]))[0],
})
export type QuotaRepository = ReturnType<typeof createQuotaRepository>
