import { apiBaseOf } from '@innoerp/sdk/contract'
import type { Catalogue, CatalogueEntry } from '../../services/tenant/catalogue-port.js'
import type { Resolver } from '../../platform/http/tenant-directory.js'
import type { CatalogueRepository, ModuleRow, VersionRow } from './catalogue-repository.js'
import { channelsOf, resolveRange, type Channels } from './ranges.js'

/** A module with its versions. */
export interface CatalogueModule extends ModuleRow {
  /** By number. */
  versions: ReadonlyMap<string, VersionRow>
  channels: Channels
  /** Numbers of the versions that serve; none while the module is uninstalled. */
  active: readonly string[]
  granted: ReadonlySet<string>
}

/** The modules of this installation: rows in the database, all of them in memory. */
export class ModuleCatalogue implements Catalogue, Resolver {
  readonly hostVersion: string
  readonly #rows: CatalogueRepository
  #modules = new Map<string, CatalogueModule>()
  #entries = new Map<string, CatalogueEntry>()
  #versions: readonly VersionRow[] = []

  constructor({ rows, hostVersion }: { rows: CatalogueRepository; hostVersion: string }) {
    this.#rows = rows
    this.hostVersion = hostVersion
  }

  /** Modules that tenants can have: installed, with a version that serves. */
  list(): readonly CatalogueEntry[] {
    return [...this.#entries.values()]
  }

  get(moduleId: string): CatalogueEntry | undefined {
    return this.#entries.get(moduleId)
  }

  /** A module whatever its state; undefined when it never was installed. */
  module(moduleId: string): CatalogueModule | undefined {
    return this.#modules.get(moduleId)
  }

  modules(): Iterable<CatalogueModule> {
    return this.#modules.values()
  }

  /** Every version that was installed or refused, of modules that never were installed too. */
  versions(): readonly VersionRow[] {
    return this.#versions
  }

  /** Every version that serves. */
  activeVersions(): VersionRow[] {
    return [...this.#modules.values()].flatMap(({ active, versions }) => active.map((version) => versions.get(version) as VersionRow))
  }

  /** Every version of the installed modules that has served, for what must be said of it even while it does not. */
  known(): VersionRow[] {
    return [...this.#modules.values()]
      .filter(({ uninstalled_at }) => uninstalled_at === null)
      .flatMap(({ versions }) => [...versions.values()].filter(({ state }) => state === 'active' || state === 'quarantined' || state === 'installed'))
  }

  /** False for one that was uninstalled. */
  isInstalled(moduleId: string): boolean {
    return this.#modules.get(moduleId)?.uninstalled_at === null
  }

  /** The active version that a range, a number or a channel stands for. */
  resolve(moduleId: string, range: string): string | undefined {
    const module = this.#modules.get(moduleId)
    return module && resolveRange(range, module)
  }

  /** What a super admin has allowed a module to use. */
  granted(moduleId: string): ReadonlySet<string> {
    return this.#modules.get(moduleId)?.granted ?? NOTHING
  }

  async load(): Promise<void> {
    const [modules, versions] = await Promise.all([this.#rows.modules(), this.#rows.versions()])
    this.#versions = versions
    this.#modules = new Map(modules.map((row) => [row.module_id, moduleOf(row, versions.filter(({ module_id }) => module_id === row.module_id))]))
    this.#entries = new Map([...this.#modules.values()].flatMap((module) => entryOf(module)))
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function moduleOf(row: ModuleRow, versions: readonly VersionRow[]): CatalogueModule {
  const active = row.uninstalled_at === null ? versions.filter(({ state }) => state === 'active').map(({ version }) => version) : []
  return {
    ...row,
    versions: new Map(versions.map((version) => [version.version, version])),
    active,
    channels: channelsOf(active, row),
    granted: new Set(row.granted_capabilities),
  }
}

/** A module as tenants see it: in its stable version, else in the one that comes next. */
function entryOf({ versions, channels, active, is_active, shown: words }: CatalogueModule): [string, CatalogueEntry][] {
  const shown = versions.get(channels.stable ?? channels.beta ?? active.at(-1) ?? '')
  if (!shown) return []
  const { module_id, version, signature, manifest } = shown
  const { name, description = '', category, icon, color } = manifest
  return [[module_id, { module_id, module_name: name, description, category, version, icon, color, api_endpoint: apiBaseOf(manifest), is_active, signature, manifest, ...words }]]
}
