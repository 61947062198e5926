import { apiBaseOf, type Manifest, type Static } from '@innoerp/sdk/contract'
import semver from 'semver'
import type { ModulePlatform } from '../../host/modules.js'
import { coreParts } from '../../services/tenant/core-modules.js'
import type { VersionRow } from '../catalogue/catalogue-repository.js'
import type { InspectedModule } from '../install/published.js'
import { moduleErrors } from '../module-errors.js'
import type { AvailableModule, ModuleDetail, VersionShown } from '../routes/schemas.js'
import { usersOf } from './lifecycle-service.js'

export type AvailableRow = Static<typeof AvailableModule>
export type Detail = Static<typeof ModuleDetail>
type Version = Static<typeof VersionShown>
type Deps = Pick<ModulePlatform, 'catalogue' | 'published' | 'tenants'>

/** Modules of the registry that this host has not installed, each in its newest version. */
export async function availableModules({ catalogue, published }: Deps): Promise<AvailableRow[]> {
  const newest = new Map<string, Awaited<ReturnType<typeof published.all>>[number]>()
  for (const module of await published.all()) {
    const known = newest.get(module.name)
    if (!known || semver.gt(module.version, known.version)) newest.set(module.name, module)
  }
  const wanted = [...newest.values()].filter(({ manifest }) => !isHere(catalogue.module(manifest.id)?.versions.values()) || catalogue.module(manifest.id)?.uninstalled_at)
  const inspected = await Promise.all(wanted.map((module) => published.inspect(module)))
  return inspected.map(({ name, version, manifest, signature, isolation, size_bytes }) => ({
    ...wordsOf(manifest),
    package: name,
    version,
    signature,
    isolation,
    size_bytes,
  }))
}

/**
 * A module with every version that is here, was refused here, or lies in the registry.
 * @throws MODULE_NOT_FOUND
 */
export async function describeModule(deps: Deps, moduleId: string): Promise<Detail> {
  const { catalogue, published, tenants } = deps
  const organizations = [...tenants.all()]
  const core = coreParts(catalogue.hostVersion, organizations.length).find((part) => part.module_id === moduleId)
  if (core) return { ...core, package: null, uninstalled_at: null, settings: null, versions: [], channels: { stable: core.version, beta: null } }
  const module = catalogue.module(moduleId)
  const here = catalogue.versions().filter((row) => row.module_id === moduleId)
  const elsewhere = await inspectedOf(deps, { moduleId, known: new Set(here.map((row) => row.version)) })
  const entry = catalogue.get(moduleId)
  const shown = here.find((row) => row.version === entry?.version) ?? here.at(-1) ?? elsewhere.at(-1)
  if (!shown) throw moduleErrors.NOT_FOUND({ values: { module_id: moduleId } })
  const isUninstalled = Boolean(module?.uninstalled_at)
  const versions = [...here.map((row) => versionOf(row, { deps, isUninstalled })), ...elsewhere.map(availableVersion)]
  const [{ name: packageName } = { name: null }] = await published.versionsOf(moduleId)
  return {
    ...wordsOf(shown.manifest),
    package: module?.package_name ?? packageName,
    category: shown.manifest.category,
    ...module?.shown,
    version: entry?.version ?? null,
    api_endpoint: apiBaseOf(shown.manifest),
    is_active: module?.is_active ?? false,
    core: false,
    signature: shown.signature,
    permissions: shown.manifest.permissions,
    tenants: organizations.filter((tenant) => tenant.modules.has(moduleId)).length,
    uninstalled_at: module?.uninstalled_at ?? null,
    settings: shown.manifest.settings ?? null,
    versions: versions.sort((a, b) => semver.rcompare(a.version, b.version)),
    channels: module?.channels ?? { stable: null, beta: null },
  }
}

/** Every module that is installed, or was and whose data is kept, and the host's own parts. */
export async function listModules(deps: Deps): Promise<Detail[]> {
  const ids = [...deps.catalogue.modules()].map(({ module_id }) => module_id)
  const parts = coreParts(deps.catalogue.hostVersion, 0).map(({ module_id }) => module_id)
  return Promise.all([...ids, ...parts].map((id) => describeModule(deps, id)))
}

async function inspectedOf({ published }: Deps, { moduleId, known }: { moduleId: string; known: ReadonlySet<string> }): Promise<InspectedModule[]> {
  const others = (await published.versionsOf(moduleId)).filter(({ version }) => !known.has(version))
  return Promise.all(others.map((module) => published.inspect(module)))
}

function versionOf(row: VersionRow, { deps: { tenants }, isUninstalled }: { deps: Deps; isUninstalled: boolean }): Version {
  const { module_id: moduleId, version, signature, isolation, size_bytes, error } = row
  return { version, state: isUninstalled && row.state === 'active' ? 'retired' : shownState(row), signature, isolation, tenants: usersOf(tenants, { moduleId, version }).length, size_bytes, error }
}

/** What was refused, or is still on its way, is no more than available. */
function shownState({ state }: VersionRow): Version['state'] {
  return state === 'failed' || state === 'staged' ? 'available' : state
}

const availableVersion = ({ version, signature, isolation, size_bytes }: InspectedModule): Version => ({ version, state: 'available', signature, isolation, tenants: 0, size_bytes, error: null })

const wordsOf = ({ id, name, description = '', icon, color }: Manifest) => ({ module_id: id, module_name: name, description, icon, color })

const isHere = (versions: Iterable<VersionRow> = []): boolean => [...versions].some(({ state }) => state !== 'failed' && state !== 'staged')
