import type { Manifest } from '@innoerp/sdk/contract'
import { apiBaseOf } from '@innoerp/sdk/contract'
import type { CoreDb } from '../../platform/database/core-db.js'
import type { CatalogueEntry, SignatureState } from '../../services/tenant/catalogue-port.js'
import type { Channel } from './ranges.js'

/**
 * `staged` on its way in, `installed` its tables are there, `active` it serves, `quarantined` it misbehaved, `retired` it was taken
 * out again, `failed` it could not be installed.
 */
export type VersionState = 'staged' | 'installed' | 'active' | 'quarantined' | 'retired' | 'failed'
/** `inline` in the host's own process, `process` in one of its own. */
export type Isolation = 'inline' | 'process'

/** A version that was installed, or refused, at some time. */
export interface VersionRow {
  module_id: string
  version: string
  package_name: string
  /** SRI of the tarball. */
  integrity: string
  content_hash: string
  state: VersionState
  signature: SignatureState
  isolation: Isolation
  key_id: string | null
  manifest: Manifest
  size_bytes: number
  error: string | null
}

/** What a super admin calls a module instead of what its manifest says. */
export type ShownWords = Partial<Pick<CatalogueEntry, 'module_name' | 'description' | 'category' | 'icon' | 'color'>>

/** A module that is, or was, installed. */
export interface ModuleRow {
  module_id: string
  package_name: string
  is_active: boolean
  uninstalled_at: string | null
  stable: string | null
  beta: string | null
  granted_capabilities: string[]
  shown: ShownWords
  created_at: string
}

const VERSION = 'module_id, version, package_name, integrity, content_hash, state, signature, isolation, key_id, manifest, size_bytes::int as size_bytes, error'
const MODULE = 'module_id, package_name, is_active, uninstalled_at, stable, beta, granted_capabilities, shown, created_at'
// What serves is never overwritten by a package that failed.
const RECORD = `insert into tenant.module_versions (module_id, version, package_name, integrity, content_hash, state, signature, isolation, key_id, manifest, size_bytes, error)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (module_id, version) do update set package_name = excluded.package_name, integrity = excluded.integrity, content_hash = excluded.content_hash,
    state = excluded.state, signature = excluded.signature, isolation = excluded.isolation, key_id = excluded.key_id, manifest = excluded.manifest,
    size_bytes = excluded.size_bytes, error = excluded.error, updated_at = now()
  where not (excluded.state in ('failed', 'staged') and tenant.module_versions.state in ('installed', 'active', 'quarantined'))`
const DESCRIBE = `insert into tenant.module_registry (module_id, module_name, description, category, api_endpoint, version, metadata, package_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (module_id) do update set module_name = excluded.module_name, description = excluded.description, category = excluded.category,
    api_endpoint = excluded.api_endpoint, version = excluded.version, metadata = excluded.metadata, package_name = excluded.package_name,
    uninstalled_at = null, updated_at = now()`

/** The catalogue's rows: `tenant.module_registry` and `tenant.module_versions`. */
export const createCatalogueRepository = (db: CoreDb) => ({
  modules: (): Promise<ModuleRow[]> => db.run<ModuleRow>('platform', `select ${MODULE} from tenant.module_registry order by created_at`),
  versions: (): Promise<VersionRow[]> => db.run<VersionRow>('platform', `select ${VERSION} from tenant.module_versions order by installed_at`),
  record: async (row: VersionRow): Promise<void> => {
    const { module_id, version, package_name, integrity, content_hash, state, signature, isolation, key_id, manifest, size_bytes, error } = row
    await db.run('platform', RECORD, [module_id, version, package_name, integrity, content_hash, state, signature, isolation, key_id, manifest, size_bytes, error])
  },
  setState: async (moduleId: string, version: string, { state, error = null }: { state: VersionState; error?: string | null }): Promise<void> => {
    await db.run('platform', 'update tenant.module_versions set state = $3, error = $4, updated_at = now() where module_id = $1 and version = $2', [moduleId, version, state, error])
  },
  /** Makes the module's row, or brings it up to what this version's manifest says of it. */
  describe: async ({ module_id, version, package_name, manifest }: VersionRow): Promise<void> => {
    const { name, description = '', category, icon, color } = manifest
    await db.run('platform', DESCRIBE, [module_id, name, description, category, apiBaseOf(manifest), version, { manifest, icon, color }, package_name])
  },
  setChannel: async (moduleId: string, channel: Channel, version: string | null): Promise<void> => {
    await db.run('platform', `update tenant.module_registry set ${channel} = $2, updated_at = now() where module_id = $1`, [moduleId, version])
  },
  setOpen: async (moduleId: string, isOpen: boolean): Promise<void> => {
    await db.run('platform', 'update tenant.module_registry set is_active = $2, updated_at = now() where module_id = $1', [moduleId, isOpen])
  },
  setShown: async (moduleId: string, shown: ShownWords): Promise<void> => {
    await db.run('platform', 'update tenant.module_registry set shown = $2, updated_at = now() where module_id = $1', [moduleId, shown])
  },
  grant: async (moduleId: string, capabilities: readonly string[]): Promise<void> => {
    await db.run('platform', 'update tenant.module_registry set granted_capabilities = $2, updated_at = now() where module_id = $1', [moduleId, capabilities])
  },
  forget: async (moduleId: string, version: string): Promise<void> => {
    await db.run('platform', 'delete from tenant.module_versions where module_id = $1 and version = $2', [moduleId, version])
  },
  setUninstalled: async (moduleId: string, isUninstalled: boolean): Promise<void> => {
    await db.run('platform', 'update tenant.module_registry set uninstalled_at = case when $2 then now() end, updated_at = now() where module_id = $1', [moduleId, isUninstalled])
  },
})
export type CatalogueRepository = ReturnType<typeof createCatalogueRepository>
