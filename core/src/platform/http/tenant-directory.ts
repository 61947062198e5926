import type { OrganizationContext } from '@innoerp/sdk/contract'
import type { CoreDb } from '../database/core-db.js'
import { createDiscovery } from './discovery.js'
import { subdomainOf, type Assignment, type Brand, type PlanLimits, type Site, type Tenant } from './site.js'

interface OrganizationRow extends OrganizationContext {
  inactive_reason: Tenant['inactive_reason']
  limits: PlanLimits
  brand: Brand | null
  modules: Omit<Assignment, 'version'>[]
}

const MODULES = `coalesce((select json_agg(json_build_object('module_id', m.module_id, 'is_enabled', m.is_enabled, 'version_range', m.version_range,
    'config', m.config, 'settings', m.settings, 'display_order', m.display_order, 'assigned_at', m.assigned_at,
    'quota', json_build_object('requests_per_minute', m.requests_per_minute, 'jobs_per_hour', m.jobs_per_hour, 'storage_mb', m.storage_mb)) order by m.display_order, m.module_id)
  from tenant.organization_modules m where m.organization_id = o.id), '[]')`
const MEDIA = (column: string): string => `case when b.${column} is not null then '/api/v1/organizations/branding/media/' || b.${column} end`
const BRAND = `(select json_build_object('company_name', b.company_name, 'primary_color', b.primary_color, 'secondary_color', b.secondary_color, 'accent_color', b.accent_color,
    'font_family', b.font_family, 'heading_font', b.heading_font, 'custom_css', b.custom_css, 'sidebar_style', b.sidebar_style, 'header_style', b.header_style,
    'dashboard_layout', b.dashboard_layout, 'theme_preset', b.theme_preset, 'logo_url', ${MEDIA('logo_file_id')}, 'favicon_url', ${MEDIA('favicon_file_id')})
  from tenant.organization_branding b where b.organization_id = o.id)`
// During the trial there are no limits (DECISIONS 24).
const LIMITS = `coalesce((select p.limits || jsonb_build_object('users', p.max_users, 'projects', p.max_projects)
  from tenant.organization_subscriptions s join tenant.subscription_plans p on p.id = s.plan_id
  where s.organization_id = o.id and s.status in ('active', 'past_due') limit 1), '{}')`
const REASON = `case when o.deleted_at is not null then 'deleted' when not o.is_active then 'deactivated'
    when o.trial_ends_at <= now() and not exists (select 1 from tenant.organization_subscriptions s where s.organization_id = o.id and s.status in ('active', 'trialing', 'past_due')) then 'trial_expired' end`
const SELECT = `select o.id, o.name, o.subdomain, o.locale, o.time_zone, o.currency, o.country, ${REASON} as inactive_reason, ${LIMITS} as limits, ${BRAND} as brand, ${MODULES} as modules
  from tenant.organizations o`

/** Says what an organization runs. */
export interface Resolver {
  isInstalled(moduleId: string): boolean
  resolve(moduleId: string, range: string): string | undefined
}

/** Every organization in memory: which one a Host header names, which modules it has. */
export interface TenantDirectory {
  /** What a Host header names; undefined when it is nothing of ours. */
  site(host: string | undefined): Site | undefined
  byId(id: string): Tenant | undefined
  all(): Iterable<Tenant>
  /** Reads everything anew: at start, and when the catalogue changed. */
  load(): Promise<void>
  /** Reads one organization anew. */
  reload(id: string): Promise<void>
  /** Reads the organization that a Host header names, for an instance that has not heard of it yet; in vain at most once a second. */
  discover(host: string | undefined): Promise<void>
}

/** One organization may be asked under many spellings of its name and port: only so many are kept. */
const MAX_HOSTS = 20_000

function tenantFrom({ inactive_reason, limits, brand, modules, ...organization }: OrganizationRow, catalogue: Resolver): Tenant {
  const assigned = modules
    .filter(({ module_id }) => catalogue.isInstalled(module_id))
    .map((module): [string, Assignment] => [module.module_id, { ...module, version: catalogue.resolve(module.module_id, module.version_range) }])
  return { organization, is_active: inactive_reason === null, inactive_reason, limits, brand, modules: new Map(assigned) }
}

function siteAt(subdomain: string | undefined, bySubdomain: ReadonlyMap<string, Tenant>): Site | undefined {
  if (subdomain === undefined) return undefined
  if (subdomain === '') return { kind: 'public' }
  if (subdomain === 'admin') return { kind: 'admin' }
  const tenant = bySubdomain.get(subdomain)
  return tenant && { kind: 'tenant', tenant }
}

/** `resolve` gives the version that a range stands for; a module of which the catalogue knows nothing is as good as not assigned. */
export function createTenantDirectory({ db, domain, catalogue }: { db: CoreDb; domain: string; catalogue: Resolver }): TenantDirectory {
  const bySubdomain = new Map<string, Tenant>()
  const byId = new Map<string, Tenant>()
  /** What Host headers that were seen name, so that a request need not take its own apart. */
  const byHost = new Map<string, Site>()

  const keep = (row: OrganizationRow) => {
    const tenant = tenantFrom(row, catalogue)
    const { organization } = tenant
    byHost.clear()
    const before = byId.get(organization.id)
    if (before && before.organization.subdomain !== organization.subdomain) bySubdomain.delete(before.organization.subdomain)
    byId.set(organization.id, tenant)
    bySubdomain.set(organization.subdomain, tenant)
  }
  const discover = createDiscovery(async (subdomain) => {
    const [row] = await db.run<OrganizationRow>('platform', `${SELECT} where o.subdomain = $1`, [subdomain])
    if (row) keep(row)
    return row !== undefined
  })
  return {
    discover: async (host) => {
      const subdomain = subdomainOf(host, domain) ?? ''
      if (subdomain !== '' && subdomain !== 'admin') await discover(subdomain)
    },
    site: (host) => {
      const known = host === undefined ? undefined : byHost.get(host)
      if (known) return known
      const site = siteAt(subdomainOf(host, domain), bySubdomain)
      if (site?.kind === 'tenant' && host !== undefined && byHost.size < MAX_HOSTS) byHost.set(host, site)
      return site
    },
    byId: (id) => byId.get(id),
    all: () => byId.values(),
    load: async () => {
      const rows = await db.run<OrganizationRow>('platform', SELECT)
      for (const row of rows) keep(row)
    },
    reload: async (id) => {
      const [row] = await db.run<OrganizationRow>('platform', `${SELECT} where o.id = $1`, [id])
      if (row) return keep(row)
      const gone = byId.get(id)
      if (gone) bySubdomain.delete(gone.organization.subdomain)
      byId.delete(id)
      byHost.clear()
    },
  }
}
