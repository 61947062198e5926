import type { Static } from '@innoerp/sdk/contract'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { ModuleOrganization } from '../routes/schemas.js'

type Shown = Static<typeof ModuleOrganization>

const LIST = `select m.organization_id, o.name, o.subdomain, m.is_enabled, m.version_range as range, m.requests_per_minute, m.jobs_per_hour, m.storage_mb
  from tenant.organization_modules m join tenant.organizations o on o.id = m.organization_id where m.module_id = $1 order by o.name, o.id`

/** The organizations that have a module, by name, each with what it runs and may use. */
export async function organizationsOf({ core, catalogue }: { core: CoreDb; catalogue: ModuleCatalogue }, moduleId: string): Promise<Shown[]> {
  const rows = await core.run<Omit<Shown, 'resolved_version'>>('platform', LIST, [moduleId])
  return rows.map((row) => ({ ...row, resolved_version: catalogue.resolve(moduleId, row.range) ?? null }))
}
