import type { ListParams, PageOf, Static } from '@innoerp/sdk/contract'
import { versionsOf } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../../platform/database/core-db.js'
import { listRows } from '../../platform/database/core-list.js'
import { OrganizationList, type Organization, type OrganizationRow } from './schemas.js'

export type OrganizationRecord = Static<typeof Organization>
type Row = Static<typeof OrganizationRow>
type On = CoreScope | CoreTransaction

const COLUMNS = `id, name, slug, subdomain, owner_email, owner_name, industry_code, industry_name, locale, time_zone, currency, country,
  is_active, registration, trial_ends_at, version, created_at, updated_at`
const COUNTS = `(select count(*)::int from users.users u where u.organization_id = o.id) as user_count,
  (select count(*)::int from tenant.organization_modules m where m.organization_id = o.id) as module_count,
  (select p.name from tenant.organization_subscriptions s join tenant.subscription_plans p on p.id = s.plan_id
    where s.organization_id = o.id and s.status in ('active', 'trialing', 'past_due') limit 1) as plan_name`
const CHANGEABLE = ['name', 'locale', 'time_zone', 'currency', 'country', 'is_active', 'registration'] as const
export type OrganizationChange = Partial<Pick<OrganizationRecord, (typeof CHANGEABLE)[number]>>

export interface NewOrganization extends Pick<OrganizationRecord, 'id' | 'name' | 'slug' | 'subdomain' | 'owner_email' | 'owner_name' | 'industry_code' | 'industry_name'> {
  locale: string
  time_zone: string
  currency: string
  country: string
  trial_days: number
}
const INSERT = `insert into tenant.organizations (id, name, slug, subdomain, owner_email, owner_name, industry_code, industry_name, locale, time_zone, currency, country, trial_ends_at)
  values ($1, $2, $12, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(days => $13::int)) returning ${COLUMNS}`

export const createOrganizationRepository = (db: CoreDb) => ({
  list: (params: ListParams): Promise<PageOf<Row>> =>
    listRows({ db, scope: 'platform' }, { spec: OrganizationList, select: `o.*, ${COUNTS}`, from: 'tenant.organizations o', alias: 'o' }, params),
  findWithCounts: async (id: string): Promise<Row | undefined> =>
    (await db.run<Row>('platform', `select o.*, ${COUNTS} from tenant.organizations o where o.id = $1`, [id]))[0],
  find: async (on: On, id: string): Promise<OrganizationRecord | undefined> =>
    (await db.run<OrganizationRecord>(on, `select ${COLUMNS} from tenant.organizations where id = $1`, [id]))[0],
  bySlug: async (slug: string): Promise<Row | undefined> => (await db.run<Row>('platform', `select o.*, ${COUNTS} from tenant.organizations o where o.slug = $1`, [slug]))[0],
  bySubdomain: async (subdomain: string): Promise<Row | undefined> =>
    (await db.run<Row>('platform', `select o.*, ${COUNTS} from tenant.organizations o where o.subdomain = $1 and o.deleted_at is null`, [subdomain]))[0],
  isTaken: async (subdomain: string): Promise<boolean> =>
    (await db.run('platform', 'select 1 from tenant.organizations where subdomain = $1', [subdomain])).length > 0,
  insert: async (tx: CoreTransaction, o: NewOrganization): Promise<OrganizationRecord> => {
    const values = [o.id, o.name, o.subdomain, o.owner_email, o.owner_name, o.industry_code, o.industry_name, o.locale, o.time_zone, o.currency, o.country, o.slug, o.trial_days]
    return (await db.run<OrganizationRecord>(tx, INSERT, values))[0] as OrganizationRecord
  },
  /** Undefined when `ifMatch` is stale or there is no such organization. */
  change: async (tx: CoreTransaction, id: string, { values, ifMatch }: { values: OrganizationChange; ifMatch?: string | undefined }): Promise<OrganizationRecord | undefined> => {
    const names = CHANGEABLE.filter((name) => values[name] !== undefined)
    const set = names.map((name, i) => `${name} = $${i + 3}`).join(', ')
    const [row] = await db.run<OrganizationRecord>(
      tx,
      `update tenant.organizations set ${set}, version = version + 1, updated_at = now() where id = $1 and ($2::int[] is null or version = any($2::int[])) returning ${COLUMNS}`,
      [id, versionsOf(ifMatch), ...names.map((name) => values[name])],
    )
    return row
  },
})
export type OrganizationRepository = ReturnType<typeof createOrganizationRepository>
