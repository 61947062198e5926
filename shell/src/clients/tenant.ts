import type { Feed } from '@innoerp/sdk/contract'
import { getApi, resource, type AnyRecord, type Api, type ListSource, type PageOf } from '@innoerp/sdk/ui'
import { basedOn } from './based-on'

/** Where the changes of {@link Feed} are told: server-sent events `feed`, each with the whole feed. */
export const FEED_STREAM = '/api/v1/ui/feed/stream'

const ORGANIZATIONS = '/api/v1/organizations'
const OWN = `${ORGANIZATIONS}/current`
const MODULES = '/api/v1/modules'
const REGISTRY = '/api/v1/module-registry'

/** How an organization writes and counts. */
export interface Region {
  /** BCP 47. */
  locale: string
  /** IANA. */
  time_zone: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** An organization. */
export interface Organization extends AnyRecord, Region {
  name: string
  slug: string
  subdomain: string
  owner_email: string
  owner_name: string
  industry_code: string | null
  industry_name: string | null
  /** Inactive: nobody of it can sign in; its data is kept. */
  is_active: boolean
  trial_ends_at: string | null
  created_at: string
  updated_at: string
  version: number
}

export type OrganizationChanges = Partial<Pick<Organization, 'name' | keyof Region>>

/** An organization as the platform's administration sees it. */
export interface Tenant extends Organization {
  user_count: number
  module_count: number
}

/** What verification said of a module's package. */
export const SIGNATURES = ['signed', 'unsigned', 'modified', 'unknown_key'] as const
export type Signature = (typeof SIGNATURES)[number]

interface ModuleAnswer {
  module_id: string
  module_name: string
  version: string
  icon: string
  color: string
}

interface AssignedAnswer extends ModuleAnswer {
  is_enabled: boolean
  assigned_at: string
}

interface RegisteredAnswer extends ModuleAnswer {
  description: string
  category: string
  is_active: boolean
  /** Part of the platform: every organization has it, nobody assigns it. */
  core: boolean
  signature: Signature
  /** What it lets people do, by the permission's name. */
  permissions: Readonly<Record<string, string>>
  api_endpoint: string
  /** Organizations that have it. */
  tenants: number
}

/** An answer about a module as a record: known by `id`, its package's version apart from the number that counts a record's changes. */
type ModuleRecord<A extends ModuleAnswer> = Omit<A, 'version'> & { id: string; module_version: string }

/** A module that an organization has. */
export type AssignedModule = ModuleRecord<AssignedAnswer>
/** A module that the platform can load. */
export type RegisteredModule = ModuleRecord<RegisteredAnswer>

function recordOf<A extends ModuleAnswer>(answer: A): ModuleRecord<A> {
  const { version, ...rest } = answer
  return { ...rest, id: answer.module_id, module_version: version }
}

const modulesAt = <A extends ModuleAnswer>(path: string): ListSource<ModuleRecord<A>> => ({
  path,
  list: async (params = {}, options = {}) => {
    const page = await getApi().get<PageOf<A>>(path, { ...options, query: params })
    return { ...page, items: page.items.map((answer) => recordOf(answer)) }
  },
})

/** All organizations, for the platform's administration. */
export const tenants = resource<Tenant>(ORGANIZATIONS)

/** Everything that the platform can load, and its own parts. */
export const registeredModules = modulesAt<RegisteredAnswer>(REGISTRY)

/** The modules of one organization. */
export const modulesOf = (organizationId: string): ListSource<AssignedModule> => modulesAt<AssignedAnswer>(`${MODULES}/organization/${organizationId}`)

/** Calls of the tenant service; each rejects with an ApiError. */
export const tenantClient = (api: Api) => ({
  feed: (): Promise<Feed> => api.get<Feed>('/api/v1/ui/feed'),
  ownOrganization: (): Promise<Organization> => api.get(OWN),
  changeOwnOrganization: (own: Organization, changes: OrganizationChanges): Promise<Organization> => api.patch(OWN, changes, basedOn(own)),
  setActive: (organization: Organization, is_active: boolean): Promise<Organization> =>
    api.patch(`${ORGANIZATIONS}/${organization.id}/status`, { is_active }, basedOn(organization)),
  assignModule: (organizationId: string, module_id: string): Promise<void> => api.post(`${MODULES}/assign/${organizationId}`, { module_id }),
  /** The organization loses access; its data is kept. */
  unassignModule: (organizationId: string, moduleId: string): Promise<void> => api.post(`${MODULES}/unassign/${organizationId}/${moduleId}`),
  setEnabled: (organizationId: string, moduleId: string, is_enabled: boolean): Promise<void> =>
    api.patch(`${MODULES}/organization/${organizationId}/${moduleId}`, { is_enabled }),
})
