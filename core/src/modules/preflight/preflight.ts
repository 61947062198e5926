import { capabilityWords, isDomainError, type Static } from '@innoerp/sdk/contract'
import semver from 'semver'
import type { Database } from '../../platform/database/database.js'
import type { Tenant } from '../../platform/http/site.js'
import type { TenantDirectory } from '../../platform/http/tenant-directory.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import { migrateModule, type MigrationStep } from '../install/migrations.js'
import type { Published } from '../install/published.js'
import { requirementProblems } from '../install/requirements.js'
import { settledMigrations } from '../install/settled.js'
import { stage, type StagedPackage, type StagingDeps } from '../install/staging.js'
import { moduleErrors } from '../module-errors.js'
import type { PreflightBody } from '../routes/schemas.js'
import { dependentsOf } from './dependents.js'
import { organizationProblems } from './organization-problems.js'
import { problemOf } from './problem.js'
import type { Problem, Report } from './report.js'
import { rowCountsOf } from './row-counts.js'

export type Question = Static<typeof PreflightBody>

export interface PreflightDeps {
  database: Database
  catalogue: ModuleCatalogue
  tenants: TenantDirectory
  published: Published
  staging: StagingDeps
}

/** What would break, for which organizations, and why. Nothing is changed (ARCHITECTURE §4, Preflight). */
export async function preflight(deps: PreflightDeps, moduleId: string, question: Question): Promise<Report> {
  const { catalogue, tenants, published } = deps
  const isKnown = catalogue.module(moduleId) !== undefined || (await published.versionsOf(moduleId)).length > 0
  if (!isKnown) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
  const having = [...tenants.all()].filter((tenant) => tenant.modules.has(moduleId))
  const asked = question.organizations ? having.filter((tenant) => question.organizations?.includes(tenant.organization.id)) : having
  const found = question.action === 'uninstall' ? uninstallProblems(catalogue, { moduleId, having }) : await arrivalProblems(deps, { moduleId, question, asked })
  return {
    ok: !found.problems.some(({ severity }) => severity === 'error'),
    problems: found.problems,
    impact: {
      dependents: dependentsOf(catalogue, moduleId),
      row_counts: await rowCountsOf(deps.database, moduleId),
      tenants: asked.map(({ organization: { id, name }, modules }) => ({ organization_id: id, name, version: modules.get(moduleId)?.version ?? null })),
      migrations: found.migrations,
      capabilities: found.capabilities,
    },
  }
}

interface Findings {
  problems: Problem[]
  migrations: MigrationStep[]
  capabilities: string[]
}

function uninstallProblems(catalogue: ModuleCatalogue, { moduleId, having }: { moduleId: string; having: readonly Tenant[] }): Findings {
  const problems: Problem[] = []
  for (const { module_id, version, optional } of dependentsOf(catalogue, moduleId)) {
    if (!optional) problems.push({ severity: 'warning', code: 'MODULE_HAS_DEPENDENTS', message: `${module_id} ${version} needs ${moduleId} and would work without its parts only.` })
  }
  if (having.length > 0) problems.push({ severity: 'warning', code: 'MODULE_IN_USE', message: `${having.length} organizations have ${moduleId}. It leaves their navigation and API; their data is kept until it is purged.` })
  return { problems, migrations: [], capabilities: [] }
}

async function arrivalProblems(deps: PreflightDeps, { moduleId, question, asked }: { moduleId: string; question: Question; asked: readonly Tenant[] }): Promise<Findings> {
  let staged: StagedPackage
  try {
    const version = question.version ?? semver.rsort((await deps.published.versionsOf(moduleId)).map((module) => module.version))[0]
    const { name } = await deps.published.find(moduleId, version ?? 'latest')
    staged = await stage({ name, version: version ?? 'latest' }, deps.staging)
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { problems: [problemOf('error', error)], migrations: [], capabilities: [] }
  }
  try {
    return await judge(deps, { staged, asked })
  } finally {
    await staged.discard()
  }
}

async function judge(deps: PreflightDeps, { staged, asked }: { staged: StagedPackage; asked: readonly Tenant[] }): Promise<Findings> {
  const { catalogue } = deps
  const { files, row, refusal } = staged
  const { name, version, innoerp: manifest } = files.package
  const problems = requirementProblems(files.package, catalogue).map((error) => problemOf('error', error))
  if (refusal !== undefined) problems.push(problemOf('error', moduleErrors.BAD_SIGNATURE({ values: { name, version, state: row.signature, problem: refusal } })))
  problems.push(...organizationProblems(catalogue, { manifest, version, asked }))
  // A package that nobody trusts is not run, not even its migrations.
  const migrations = refusal === undefined ? await rehearse(deps, { staged, problems }) : []
  const granted = catalogue.granted(manifest.id)
  const capabilities = capabilityWords(manifest).filter((word) => !granted.has(word))
  if (capabilities.length > 0) {
    problems.push({ severity: 'warning', code: 'MODULE_CAPABILITIES', message: `${name} ${version} asks for ${capabilities.join(', ')}. What is not granted is refused when it is used.` })
  }
  return { problems, migrations, capabilities }
}

async function rehearse({ database, catalogue, staging }: PreflightDeps, { staged, problems }: { staged: StagedPackage; problems: Problem[] }): Promise<MigrationStep[]> {
  const db = await database.connectAsOwner()
  try {
    const settled = await settledMigrations(staged.files, { catalogue, folder: staging.access().folder })
    return await migrateModule(db, { files: staged.files, roles: database.roles, settled, isolation: staged.row.isolation, isRehearsal: true })
  } catch (error) {
    if (!isDomainError(error)) throw error
    problems.push(problemOf('error', error))
    return []
  } finally {
    await db.end()
  }
}
