import type { Static } from '@innoerp/sdk/contract'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { sdkProblems } from '../install/requirements.js'
import type { HostPreflightAnswer } from '../routes/schemas.js'
import { problemOf } from './problem.js'

/** What a host that gives modules another SDK would not run any more: which versions, and for which organizations. */
export function hostPreflight({ catalogue, tenants }: { catalogue: ModuleCatalogue; tenants: TenantDirectory }, sdkVersion: string): Static<typeof HostPreflightAnswer> {
  const problems = catalogue.activeVersions().flatMap(({ module_id, package_name, version, manifest }) =>
    sdkProblems({ name: package_name, version, innoerp: manifest }, sdkVersion).flatMap((error) => {
      const users = [...tenants.all()].filter((tenant) => tenant.modules.get(module_id)?.version === version)
      // One that nobody runs hinders nobody.
      if (users.length === 0) return [problemOf('warning', error)]
      return users.map(({ organization }) => ({ ...problemOf('error', error), organization_id: organization.id }))
    }),
  )
  return { ok: !problems.some(({ severity }) => severity === 'error'), problems }
}
