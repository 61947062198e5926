import type { OrganizationContext } from '@innoerp/sdk/contract'
import type { CoreDb } from '../database/core-db.js'
import { subdomainOf, type Assignment, type Site, type Tenant } from './site.js'

interface OrganizationRow extends OrganizationContext {
  is_active: boolean
  modules: Omit<Assignment, 'version'>[]
}

const SELECT = `select o.id, o.name, o.subdomain, o.locale, o.time_zone, o.currency, o.country, o.is_active,
    coalesce(json_agg(json_build_object('module_id', m.module_id, 'is_enabled', m.is_enabled, 'version_range', m.version_range,
      'config', m.config, 'settings', m.settings, 'display_order', m.display_order,
      'quota', json_build_object('requests_per_minute', m.requests_per_minute, 'jobs_per_hour', m.jobs_per_hour, 'storage_mb', m.storage_mb)) order by m.display_order, m.module_id) filter (where m.id is not null), '[]') as modules
  from tenant.organizations o left join tenant.organization_modules m on m.organization_id = o.id`

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
}

/** One organization may be asked under many spellings of its name and port: only so many are kept. */
const MAX_HOSTS = 20_000

/** `resolve` gives the version that a range stands for; a module of which the catalogue knows nothing is as good as not assigned. */
export function createTenantDirectory({ db, domain, catalogue }: { db: CoreDb; domain: string; catalogue: Resolver }): TenantDirectory {
  const bySubdomain = new Map<string, Tenant>()
  const byId = new Map<string, Tenant>()
  /** What Host headers that were seen name, so that a request need not take its own apart. */
  const byHost = new Map<string, Site>()

  const keep = (row: OrganizationRow) => {
    const { is_active, modules, ...organization } = row
    const assigned = modules
      .filter(({ module_id }) => catalogue.isInstalled(module_id))
      .map((module): [string, Assignment] => [module.module_id, { ...module, version: catalogue.resolve(module.module_id, module.version_range) }])
    const tenant: Tenant = { organization, is_active, modules: new Map(assigned) }
    byHost.clear()
    const before = byId.get(organization.id)
    if (before && before.organization.subdomain !== organization.subdomain) bySubdomain.delete(before.organization.subdomain)
    byId.set(organization.id, tenant)
    bySubdomain.set(organization.subdomain, tenant)
  }
  return {
    site: (host) => {
      const known = host === undefined ? undefined : byHost.get(host)
      if (known) return known
      const subdomain = subdomainOf(host, domain)
      if (subdomain === undefined) return undefined
      if (subdomain === '') return { kind: 'public' }
      if (subdomain === 'admin') return { kind: 'admin' }
      const tenant = bySubdomain.get(subdomain)
      if (!tenant) return undefined
      const site: Site = { kind: 'tenant', tenant }
      if (host !== undefined && byHost.size < MAX_HOSTS) byHost.set(host, site)
      return site
    },
    byId: (id) => byId.get(id),
    all: () => byId.values(),
    load: async () => {
      const rows = await db.run<OrganizationRow>('platform', `${SELECT} group by o.id`)
      for (const row of rows) keep(row)
    },
    reload: async (id) => {
      const [row] = await db.run<OrganizationRow>('platform', `${SELECT} where o.id = $1 group by o.id`, [id])
      if (row) return keep(row)
      const gone = byId.get(id)
      if (gone) bySubdomain.delete(gone.organization.subdomain)
      byId.delete(id)
      byHost.clear()
    },
  }
}
