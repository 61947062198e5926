import type { Manifest } from '@innoerp/sdk/contract'
import semver from 'semver'
import type { Tenant } from '../../platform/http/site.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { Problem } from './report.js'

interface Arrival {
  manifest: Manifest
  version: string
  asked: readonly Tenant[]
}

/** What would break in single organizations if they ran this version: modules of theirs that need another one, modules that it needs. */
export const organizationProblems = (catalogue: ModuleCatalogue, arrival: Arrival): Problem[] => arrival.asked.flatMap((tenant) => problemsIn(tenant, catalogue, arrival))

function problemsIn(tenant: Tenant, catalogue: ModuleCatalogue, { manifest, version }: Arrival): Problem[] {
  const { id: organization_id, name } = tenant.organization
  const problems: Problem[] = []
  const running = (moduleId: string): string | undefined => tenant.modules.get(moduleId)?.version
  for (const moduleId of tenant.modules.keys()) {
    const own = running(moduleId)
    const need = own && catalogue.module(moduleId)?.versions.get(own)?.manifest.requires?.[manifest.id]
    if (!need || fits(version, need.range)) continue
    problems.push({ severity: need.optional ? 'warning' : 'error', code: 'MODULE_DEPENDENT_RANGE', message: `${name}: ${moduleId} ${own} works with ${manifest.id} ${need.range}, not with ${version}.`, organization_id })
  }
  for (const [moduleId, { range, optional = false }] of Object.entries(manifest.requires ?? {})) {
    const own = running(moduleId)
    if ((own === undefined && optional) || (own !== undefined && fits(own, range))) continue
    const have = own === undefined ? 'does not have it' : `runs ${own}`
    problems.push({ severity: optional ? 'warning' : 'error', code: 'MODULE_MISSING_REQUIREMENT', message: `${manifest.id} ${version} needs ${moduleId} ${range}; ${name} ${have}.`, organization_id })
  }
  const before = running(manifest.id)
  if (before !== undefined && semver.lt(version, before)) {
    problems.push({ severity: 'warning', code: 'MODULE_DOWNGRADE', message: `${name} runs ${before}. Rows and settings of the newer version stay.`, organization_id })
  }
  return problems
}

const fits = (version: string, range: string): boolean => semver.satisfies(version, range, { includePrerelease: true })
