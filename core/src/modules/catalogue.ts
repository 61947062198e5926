import type { Manifest } from '@innoerp/sdk/contract'
import type { CoreDb } from '../platform/database/core-db.js'
import { apiBaseOf } from '@innoerp/sdk/contract'
import type { Catalogue, CatalogueEntry, SignatureState } from '../services/tenant/catalogue-port.js'
import type { ModuleFiles } from './module-files.js'

export type VersionState = 'fetched' | 'verified' | 'migrated' | 'active' | 'failed' | 'retired'

/** A version that was installed at some time. */
export interface VersionRow {
  module_id: string
  version: string
  package_name: string
  integrity: string
  content_hash: string
  state: VersionState
  signature: SignatureState
}

const RECORD = `insert into tenant.module_versions (module_id, version, package_name, integrity, content_hash, state, signature, error)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (module_id, version) do update set integrity = excluded.integrity, content_hash = excluded.content_hash, state = excluded.state,
    signature = excluded.signature, error = excluded.error, updated_at = now()`
const MAKE_CURRENT = `insert into tenant.module_registry (module_id, module_name, description, category, api_endpoint, version, metadata)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (module_id) do update set module_name = excluded.module_name, description = excluded.description, category = excluded.category,
    api_endpoint = excluded.api_endpoint, version = excluded.version, metadata = excluded.metadata, updated_at = now()`

/** Installed modules: rows in the database, the current version of each in memory. */
export class ModuleCatalogue implements Catalogue {
  readonly hostVersion: string
  readonly #db: CoreDb
  #entries = new Map<string, CatalogueEntry>()

  constructor({ db, hostVersion }: { db: CoreDb; hostVersion: string }) {
    this.#db = db
    this.hostVersion = hostVersion
  }

  list(): readonly CatalogueEntry[] {
    return [...this.#entries.values()]
  }

  get(moduleId: string): CatalogueEntry | undefined {
    return this.#entries.get(moduleId)
  }

  /** The version that organizations run which are pinned to none. */
  currentVersion(moduleId: string): string | undefined {
    return this.#entries.get(moduleId)?.version
  }

  async load(): Promise<void> {
    const rows = await this.#db.run<{ module_id: string; version: string; is_active: boolean; metadata: { manifest: Manifest }; signature: SignatureState }>(
      'platform',
      `select r.module_id, r.version, r.is_active, r.metadata, v.signature from tenant.module_registry r
       join tenant.module_versions v on v.module_id = r.module_id and v.version = r.version and v.state = 'active' order by r.created_at`,
    )
    this.#entries = new Map(rows.map((row) => [row.module_id, entryOf(row.metadata.manifest, row)]))
  }

  versions(): Promise<VersionRow[]> {
    return this.#db.run<VersionRow>('platform', 'select module_id, version, package_name, integrity, content_hash, state, signature from tenant.module_versions')
  }

  async record(row: VersionRow, error?: string): Promise<void> {
    await this.#db.run('platform', RECORD, [row.module_id, row.version, row.package_name, row.integrity, row.content_hash, row.state, row.signature, error])
  }

  /** Notes that a version is loaded and serves. */
  async activate(moduleId: string, version: string): Promise<void> {
    await this.#db.run('platform', `update tenant.module_versions set state = 'active', error = null, updated_at = now() where module_id = $1 and version = $2`, [moduleId, version])
  }

  /** Makes a loaded version the one that organizations run which are pinned to none. */
  async makeCurrent(files: ModuleFiles): Promise<void> {
    const { innoerp: manifest, version } = files.package
    const { id, name, description = '', category } = manifest
    await this.#db.run('platform', MAKE_CURRENT, [id, name, description, category, apiBaseOf(manifest), version, { manifest, icon: manifest.icon, color: manifest.color }])
    await this.load()
  }
}

function entryOf(manifest: Manifest, { version, is_active, signature }: { version: string; is_active: boolean; signature: SignatureState }): CatalogueEntry {
  const { id, name, description = '', category, icon, color } = manifest
  return { module_id: id, module_name: name, description, category, version, icon, color, api_endpoint: apiBaseOf(manifest), is_active, signature, manifest }
}
