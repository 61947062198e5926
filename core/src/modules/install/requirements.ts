import type { DomainError, ModulePackage } from '@innoerp/sdk/contract'
import semver from 'semver'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { moduleErrors } from '../module-errors.js'

/** The version of the SDK that this host gives to modules. */
export const SDK_VERSION = '1.0.0'

/** Empty for a package that works with an SDK. */
export const sdkProblems = ({ name, version, innoerp: { sdk } }: Pick<ModulePackage, 'name' | 'version'> & { innoerp: Pick<ModulePackage['innoerp'], 'sdk'> }, sdkVersion: string): DomainError[] =>
  semver.satisfies(sdkVersion, sdk) ? [] : [moduleErrors.INCOMPATIBLE({ values: { name, version, need: `@innoerp/sdk ${sdk}`, have: sdkVersion } })]

/** What this host lacks for a package: another SDK, other modules in a version that fits. */
export function requirementProblems(description: ModulePackage, catalogue: ModuleCatalogue): DomainError[] {
  const { name, version, innoerp: { requires = {} } } = description
  const problems = sdkProblems(description, SDK_VERSION)
  for (const [module_id, { range, optional = false }] of Object.entries(requires)) {
    const active = catalogue.module(module_id)?.active ?? []
    if (optional || active.some((candidate) => semver.satisfies(candidate, range, { includePrerelease: true }))) continue
    const have = active.length > 0 ? `this host has ${active.join(', ')}` : 'this host does not have it'
    problems.push(moduleErrors.MISSING_REQUIREMENT({ values: { name, version, module_id, range, have } }))
  }
  return problems
}
