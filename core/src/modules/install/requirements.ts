import type { DomainError, ModulePackage } from '@innoerp/sdk/contract'
import semver from 'semver'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'

/** The version of the SDK that this host gives to modules. */
export const SDK_VERSION = '1.0.0'

/** What this host lacks for a package: another SDK, other modules in a version that fits. */
export function requirementProblems({ name, version, innoerp: { sdk, requires = {} } }: ModulePackage, catalogue: ModuleCatalogue, sdkVersion = SDK_VERSION): DomainError[] {
  const problems: DomainError[] = []
  if (!semver.satisfies(sdkVersion, sdk)) problems.push(moduleErrors.INCOMPATIBLE({ values: { name, version, need: `@innoerp/sdk ${sdk}`, have: sdkVersion } }))
  for (const [module_id, { range, optional = false }] of Object.entries(requires)) {
    const active = catalogue.module(module_id)?.active ?? []
    if (optional || active.some((candidate) => semver.satisfies(candidate, range, { includePrerelease: true }))) continue
    const have = active.length > 0 ? `this host has ${active.join(', ')}` : 'this host does not have it'
    problems.push(moduleErrors.MISSING_REQUIREMENT({ values: { name, version, module_id, range, have } }))
  }
  return problems
}
