import { getApi, type Api, type ListSource, type PageOf } from '@innoerp/sdk/ui'
import { modulesAt, recordOf, type ModuleAnswer, type ModuleRecord, type Signature } from './module-record'

export const REGISTRY = '/api/v1/module-registry'

/** Where a version stands: in the registry alone, installed, serving, stopped by the watchdog, or taken out. */
export const VERSION_STATES = ['available', 'installed', 'active', 'quarantined', 'retired'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** `inline` in the host's own process, `process` in one of its own. */
export const ISOLATIONS = ['inline', 'process'] as const
export type Isolation = (typeof ISOLATIONS)[number]

/** One version of a module. */
export interface ModuleVersion {
  version: string
  state: VersionState
  signature: Signature
  isolation: Isolation
  /** Organizations that run it. */
  tenants: number
  size_bytes: number
  /** Why it was refused, or quarantined. */
  error: string | null
}

/** The version that each channel names; null: none. */
export interface Channels {
  stable: string | null
  beta: string | null
}

/** A field of the settings that organizations may change. */
export interface SettingField {
  type?: string
  title?: string
  description?: string
  enum?: readonly unknown[]
  default?: unknown
  minimum?: number
  maximum?: number
  maxLength?: number
}

interface RegisteredAnswer extends ModuleAnswer {
  description: string
  category: string
  /** Open for new assignments. */
  is_active: boolean
  /** Part of the platform: every organization has it, nobody assigns it. */
  core: boolean
  signature: Signature
  /** What it lets people do, by the permission's name. */
  permissions: Readonly<Record<string, string>>
  api_endpoint: string
  /** Organizations that have it. */
  tenants: number
  /** Name of the npm package; null for the platform's own parts. */
  package: string | null
  /** Those that are installed, were refused, or lie in the registry; the newest first. */
  versions: readonly ModuleVersion[]
  channels: Channels
  /** Since when it is uninstalled; its data is kept until it is purged. */
  uninstalled_at: string | null
  /** JSON Schema of what organizations may set; null: nothing. */
  settings: { properties: Readonly<Record<string, SettingField>> } | null
}

/** A module that is installed, or was and whose data is kept; or a part of the platform. */
export type RegisteredModule = ModuleRecord<RegisteredAnswer>

/** A package of the registry that the host has not installed. */
interface AvailableAnswer extends ModuleAnswer {
  version: string
  package: string
  description: string
  signature: Signature
  isolation: Isolation
  size_bytes: number
}
export type AvailablePackage = ModuleRecord<AvailableAnswer>

/** What would happen is told before it is done. */
export interface PreflightRequest {
  action: 'install' | 'upgrade' | 'uninstall'
  version?: string
  organizations?: readonly string[]
}

export interface PreflightProblem {
  severity: 'error' | 'warning'
  code: string
  message: string
  organization_id?: string
}

export interface Preflight {
  /** False: it would be refused. */
  ok: boolean
  problems: readonly PreflightProblem[]
  impact: {
    /** Versions of other modules that build on it. */
    dependents: readonly { module_id: string; version: string; range: string; optional: boolean }[]
    /** Rows by table. */
    row_counts: Readonly<Record<string, number>>
    tenants: readonly { organization_id: string; name: string; version: string | null }[]
    migrations: readonly { file: string; phase: 'expand' | 'contract' }[]
    /** Capabilities that the version asks for and was not granted yet. */
    capabilities: readonly string[]
  }
}

/** Written `network:host`, `files`, `mail`, `jobs`, `port:name`. */
export interface Capabilities {
  requested: readonly string[]
  granted: readonly string[]
}

/** What an organization may use of a module; null: no limit. */
export interface Quota {
  requests_per_minute: number | null
  jobs_per_hour: number | null
  storage_mb: number | null
}

/** An organization that has a module. */
export interface ModuleTenant extends Quota {
  id: string
  organization_id: string
  name: string
  subdomain: string
  is_enabled: boolean
  /** Exact version, semver range or channel. */
  range: string
  /** What the range stands for now; null: nothing that serves. */
  resolved_version: string | null
}

/** Answered by everything that takes a while. */
export interface Started {
  operation_id: string
}

/** Every module that is or was installed, and the platform's own parts. */
export const registeredModules: ListSource<RegisteredModule> = modulesAt<RegisteredAnswer>(REGISTRY)

/** What the registry holds and the host has not installed, each in its newest version. */
export const availablePackages: ListSource<AvailablePackage> = modulesAt<AvailableAnswer>(`${REGISTRY}/available`)

const at = (moduleId: string, rest = '') => `${REGISTRY}/${encodeURIComponent(moduleId)}${rest}`
const versionAt = (moduleId: string, version: string) => at(moduleId, `/versions/${encodeURIComponent(version)}`)

/** The organizations that have a module. */
export const tenantsOf = (moduleId: string): ListSource<ModuleTenant> => ({
  path: at(moduleId, '/organizations'),
  list: async (query = {}, options = {}) => {
    const page = await getApi().get<PageOf<Omit<ModuleTenant, 'id'>>>(at(moduleId, '/organizations'), { ...options, query })
    return { ...page, items: page.items.map((one) => ({ ...one, id: one.organization_id })) }
  },
})

/** Where the file of an export is, once its operation succeeded. */
export const moduleExportPath = (moduleId: string, operationId: string): string => at(moduleId, `/export/${operationId}`)

/** What the life of one module's versions is steered with; each call rejects with an ApiError. */
export const moduleClient = (api: Api, moduleId: string) => ({
  get: async (signal?: AbortSignal): Promise<RegisteredModule> => recordOf(await api.get<RegisteredAnswer>(at(moduleId), { ...(signal && { signal }) })),
  /** What it is called on this platform; null is as its manifest says. */
  changeWords: async (words: Readonly<Record<string, unknown>>): Promise<RegisteredModule> => recordOf(await api.patch<RegisteredAnswer>(at(moduleId), words)),
  preflight: (request: PreflightRequest): Promise<Preflight> => api.post(at(moduleId, '/preflight'), request),
  activate: (version: string): Promise<Started> => api.post(`${versionAt(moduleId, version)}/activate`),
  deactivate: (version: string): Promise<Started> => api.post(`${versionAt(moduleId, version)}/deactivate`),
  /** Lifts a quarantine. */
  release: (version: string): Promise<Started> => api.post(`${versionAt(moduleId, version)}/release`),
  remove: (version: string): Promise<Started> => api.delete(versionAt(moduleId, version)),
  /** Its data is kept. */
  uninstall: (): Promise<Started> => api.delete(at(moduleId)),
  restore: (): Promise<Started> => api.post(at(moduleId, '/restore')),
  /** Deletes its data for ever. */
  purge: (): Promise<Started> => api.post(at(moduleId, '/purge'), { confirm: moduleId }),
  /** Writes what organizations keep in it into a file. */
  export: (): Promise<Started> => api.post(at(moduleId, '/export')),
  setChannels: (channels: Partial<Channels>): Promise<unknown> => api.put(at(moduleId, '/channels'), channels),
  /** Opens the module for new assignments, or closes it. */
  setOpen: (open: boolean): Promise<unknown> => api.post(at(moduleId, open ? '/activate' : '/deactivate')),
  capabilities: (signal?: AbortSignal): Promise<Capabilities> => api.get(at(moduleId, '/capabilities'), { ...(signal && { signal }) }),
  grant: (granted: readonly string[]): Promise<Capabilities> => api.put(at(moduleId, '/capabilities'), { granted }),
})

/** `activate: false` only brings its files and tables. */
export const installPackage = (api: Api, order: { package: string; version?: string; activate?: boolean }): Promise<Started> =>
  api.post(`${REGISTRY}/install`, order)
