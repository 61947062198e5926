import type { Feed } from '@innoerp/sdk/contract'
import { resource, type AnyRecord, type Api } from '@innoerp/sdk/ui'
import { basedOn } from './based-on'
import type { Started } from './modules'

/** Where the changes of {@link Feed} are told: server-sent events `feed`, each with the whole feed. */
export const FEED_STREAM = '/api/v1/ui/feed/stream'

const ORGANIZATIONS = '/api/v1/organizations'
const OWN = `${ORGANIZATIONS}/current`

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
  /** Who may make an account: invited people, or anybody. */
  registration: 'invitation' | 'open'
  trial_ends_at: string | null
  created_at: string
  updated_at: string
  version: number
}

export type OrganizationChanges = Partial<Pick<Organization, 'name' | 'registration' | keyof Region>>

/** An organization as the platform's administration sees it. */
export interface Tenant extends Organization {
  user_count: number
  module_count: number
  /** The plan of the subscription that goes on; null: none. */
  plan_name: string | null
  /** Since when it is deleted; for 30 days it can be restored. */
  deleted_at: string | null
}

/** All organizations, for the platform's administration. */
export const tenants = resource<Tenant>(ORGANIZATIONS)

/** Where the file of an export is, once its operation succeeded: lines of JSON, packed with gzip. */
export const exportPath = (id: string, operationId: string): string => `${ORGANIZATIONS}/${id}/export/${operationId}`

/** Calls of the tenant service; each rejects with an ApiError. */
export const tenantClient = (api: Api) => ({
  feed: (): Promise<Feed> => api.get<Feed>('/api/v1/ui/feed'),
  ownOrganization: (): Promise<Organization> => api.get(OWN),
  changeOwnOrganization: (own: Organization, changes: OrganizationChanges): Promise<Organization> => api.patch(OWN, changes, basedOn(own)),
  setActive: (organization: Organization, is_active: boolean): Promise<Organization> =>
    api.patch(`${ORGANIZATIONS}/${organization.id}/status`, { is_active }, basedOn(organization)),
  /** Added to the end of the trial, or to now where it is over. */
  extendTrial: (id: string, days: number): Promise<Organization> => api.patch(`${ORGANIZATIONS}/${id}/trial`, { days }),
  /** `confirm` is the subdomain. */
  remove: (id: string, confirm: string): Promise<void> => api.request<void>('DELETE', `${ORGANIZATIONS}/${id}`, { body: { confirm } }).then(({ data }) => data),
  restore: (id: string): Promise<Organization> => api.post(`${ORGANIZATIONS}/${id}/restore`),
  /** Writes everything of it into a file, by an operation. */
  export: (id: string): Promise<Started> => api.post(`${ORGANIZATIONS}/${id}/export`),
})
