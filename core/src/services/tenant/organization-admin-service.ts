import { newId } from '@innoerp/sdk/server'
import { violates } from '../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../platform/http/service-context.js'
import type { Platform } from '../../platform/platform.js'
import { tenantErrors } from './errors.js'
import type { OrganizationRecord, OrganizationRepository } from './organization-repository.js'
import { normalized, subdomainProblem } from './subdomains.js'

export interface NewTenant {
  name: string
  slug: string
  subdomain?: string
  owner_email: string
  owner_name: string
}
export interface Stats {
  total_tenants: number
  active_tenants: number
  trial_tenants: number
  expired_tenants: number
  subscriptions_active: number
  subscriptions_trial: number
  subscriptions_expired: number
  /** The last twelve months, the oldest first. */
  by_month?: { month: string; signups: number }[]
  /** Of those that are not deleted, the largest first; null: none was named. */
  by_industry?: { industry_code: string | null; industry_name: string | null; tenants: number }[]
}
export const STATS_BY = ['month', 'industry'] as const
/** What super admins do with organizations. */
export interface OrganizationAdminService {
  /** An organization without people yet: they are invited. @throws TENANT_SLUG_TAKEN, TENANT_SUBDOMAIN_TAKEN (409), TENANT_SUBDOMAIN_RESERVED (422) */
  create(ctx: ServiceContext, input: NewTenant): Promise<OrganizationRecord>
  /** Adds days to the end of the trial, or to now where it is over. */
  extendTrial(ctx: ServiceContext, id: string, days: number): Promise<OrganizationRecord>
  stats(by?: (typeof STATS_BY)[number]): Promise<Stats>
  /** Takes it away from everybody; it can be restored for 30 days. @throws TENANT_NOT_CONFIRMED (422) */
  remove(ctx: ServiceContext, id: string, confirm: string): Promise<void>
  /** @throws TENANT_NOT_DELETED (409) */
  restore(ctx: ServiceContext, id: string): Promise<OrganizationRecord>
}

const STATS = `select count(*)::int as total_tenants,
    count(*) filter (where is_active)::int as active_tenants,
    count(*) filter (where trial_ends_at > now() and not has_subscription)::int as trial_tenants,
    count(*) filter (where trial_ends_at <= now() and not has_subscription)::int as expired_tenants,
    (select count(*)::int from tenant.organization_subscriptions where status = 'active') as subscriptions_active,
    (select count(*)::int from tenant.organization_subscriptions where status = 'trialing') as subscriptions_trial,
    (select count(*)::int from tenant.organization_subscriptions where status = 'expired') as subscriptions_expired
  from (select o.*, exists (select 1 from tenant.organization_subscriptions s where s.organization_id = o.id and s.status in ('active', 'trialing', 'past_due')) as has_subscription
    from tenant.organizations o where o.deleted_at is null) as o`
const BY_MONTH = `select to_char(month, 'YYYY-MM') as month, (select count(*)::int from tenant.organizations o where date_trunc('month', o.created_at) = month) as signups
  from generate_series(date_trunc('month', now()) - interval '11 months', date_trunc('month', now()), interval '1 month') as month order by month`
const BY_INDUSTRY = `select industry_code, max(industry_name) as industry_name, count(*)::int as tenants from tenant.organizations where deleted_at is null
  group by industry_code order by tenants desc, industry_code`

interface Deps {
  platform: Platform
  organizations: OrganizationRepository
}

export function createOrganizationAdminService(deps: Deps): OrganizationAdminService {
  const { platform, organizations } = deps
  const { database: { core }, audit, events, bus } = platform
  const changed = async (ctx: ServiceContext, id: string, { action, sql, values = [] }: { action: string; sql: string; values?: unknown[] }): Promise<OrganizationRecord | undefined> => {
    const row = await core.transaction('platform', async (tx) => {
      const [hit] = await core.run(tx, `update tenant.organizations set ${sql}, version = version + 1, updated_at = now() where id = $1 returning 1`, [id, ...values])
      if (!hit) return undefined
      await audit.append(tx, { ...auditFrom(ctx), organizationId: id, action, target: { type: 'organization', id }, data: { values } })
      return organizations.find(tx, id)
    })
    if (row) await bus.announce({ kind: 'organization', id, subdomain: row.subdomain })
    return row
  }
  return {
    create: (ctx, input) => create(deps, ctx, input),
    extendTrial: async (ctx, id, days) => {
      const row = await changed(ctx, id, { action: 'trial.extended', sql: `trial_ends_at = greatest(coalesce(trial_ends_at, now()), now()) + make_interval(days => $2::int)`, values: [days] })
      if (!row) throw tenantErrors.NOT_FOUND()
      return row
    },
    stats: async (by) => {
      const [row] = await core.run<Stats>('platform', STATS)
      return {
        ...(row as Stats),
        ...(by === 'month' && { by_month: await core.run<NonNullable<Stats['by_month']>[number]>('platform', BY_MONTH) }),
        ...(by === 'industry' && { by_industry: await core.run<NonNullable<Stats['by_industry']>[number]>('platform', BY_INDUSTRY) }),
      }
    },
    remove: async (ctx, id, confirm) => {
      const row = await organizations.find('platform', id)
      if (!row) throw tenantErrors.NOT_FOUND()
      if (confirm !== row.subdomain) throw tenantErrors.NOT_CONFIRMED({ details: [{ field: 'confirm', message: 'Write the subdomain of the organization.' }] })
      await changed(ctx, id, { action: 'tenant.deleted', sql: 'deleted_at = coalesce(deleted_at, now())' })
      const { name, slug, subdomain, owner_email, industry_code } = row
      await core.transaction('platform', (tx) => events.publish(tx, { topic: 'tenant.deleted', organization_id: id, user_id: ctx.caller.id, data: { organization_id: id, name, slug, subdomain, owner_email, industry_code } }))
    },
    restore: async (ctx, id) => {
      const row = await organizations.find('platform', id)
      if (!row) throw tenantErrors.NOT_FOUND()
      const [gone] = await core.run<{ deleted_at: string | null }>('platform', 'select deleted_at from tenant.organizations where id = $1', [id])
      if (gone?.deleted_at === null) throw tenantErrors.NOT_DELETED()
      return (await changed(ctx, id, { action: 'tenant.restored', sql: 'deleted_at = null' })) as OrganizationRecord
    },
  }
}

async function create({ platform, organizations }: Deps, ctx: ServiceContext, input: NewTenant): Promise<OrganizationRecord> {
  const { name, slug, subdomain: wanted = slug, owner_email, owner_name } = input
  const { database: { core }, audit, events, bus, settings } = platform
  const subdomain = normalized(wanted)
  if (subdomainProblem(subdomain)) throw tenantErrors.SUBDOMAIN_RESERVED({ values: { subdomain } })
  const id = newId()
  const row = await core.transaction('platform', async (tx) => {
    const conventions = { locale: 'en-GB', time_zone: 'UTC', currency: 'EUR', country: 'DE', industry_code: null, industry_name: null }
    const made = await organizations.insert(tx, { id, name: name.trim(), slug, subdomain, owner_email: owner_email.toLowerCase(), owner_name, trial_days: settings.current().trial_days, ...conventions }).catch((error: unknown) => {
      if (violates(error, 'organizations_slug_key')) throw tenantErrors.SLUG_TAKEN({ details: [{ field: 'slug', message: 'Taken.' }] })
      if (violates(error, 'organizations_subdomain_key')) throw tenantErrors.SUBDOMAIN_TAKEN({ values: { subdomain }, details: [{ field: 'subdomain', message: 'Taken.' }] })
      throw error
    })
    const data = { organization_id: id, name: made.name, slug, subdomain, owner_email: made.owner_email, industry_code: null }
    await events.publish(tx, { topic: 'tenant.created', organization_id: id, user_id: ctx.caller.id, data })
    await audit.append(tx, { ...auditFrom(ctx), organizationId: id, action: 'tenant.created', target: { type: 'organization', id }, data })
    return made
  })
  await bus.announce({ kind: 'organization', id })
  return row
}
