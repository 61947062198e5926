import { newId } from '@innoerp/sdk/server'
import type { CoreDb, CoreScope, CoreTransaction } from '../../../platform/database/core-db.js'
import type { ChargeResult } from './payment-provider.js'
import type { NewPlan, Plan, PlanPatch, Subscription } from './schemas.js'

type On = CoreScope | CoreTransaction
export type OrderType = 'new' | 'upgrade' | 'downgrade' | 'cancel' | 'renew'
export interface NewOrder {
  organization_id: string
  subscription_id: string
  order_type: OrderType
  plan: Pick<Plan, 'id' | 'name'>
  /** Exact decimal. */
  amount: string
}

const PLAN = 'id, name, description, stripe_price_id, price_monthly::text as price_monthly, price_yearly::text as price_yearly, max_users, max_projects, features, limits, is_active, created_at, updated_at'
const PLAN_JSON = `json_build_object('id', p.id, 'name', p.name, 'description', p.description, 'stripe_price_id', p.stripe_price_id, 'price_monthly', p.price_monthly::text,
  'price_yearly', p.price_yearly::text, 'max_users', p.max_users, 'max_projects', p.max_projects, 'features', p.features, 'limits', p.limits, 'is_active', p.is_active,
  'created_at', p.created_at, 'updated_at', p.updated_at)`
export const SUBSCRIPTION_SELECT = `s.id, s.organization_id, s.plan_id, s.status, s.billing_period, s.current_period_start, s.current_period_end, s.cancel_at_period_end, s.created_at, s.updated_at, ${PLAN_JSON} as plan`
export const SUBSCRIPTION_FROM = 'tenant.organization_subscriptions s join tenant.subscription_plans p on p.id = s.plan_id'
const LIVE = `s.status in ('active', 'trialing', 'past_due')`
const COLUMNS = ['name', 'description', 'stripe_price_id', 'price_monthly', 'price_yearly', 'max_users', 'max_projects', 'features', 'limits', 'is_active'] as const
const JSON_COLUMNS = new Set(['features', 'limits'])
const INSERT_ORDER = `insert into tenant.subscription_orders (id, organization_id, subscription_id, order_type, plan_id, plan_name, amount) values ($1, $2, $3, $4, $5, $6, $7)`
const INSERT_PAYMENT = `insert into tenant.payments (id, organization_id, order_id, amount, status, provider, stripe_payment_intent_id, description) values ($1, $2, $3, $4, $5, $6, $7, $8)`

const valueOf = (column: string, value: unknown): unknown => (JSON_COLUMNS.has(column) && value !== undefined ? JSON.stringify(value) : value)

/** What can be subscribed to. */
const planRows = (db: CoreDb) => ({
  plans: (): Promise<Plan[]> => db.run<Plan>('platform', `select ${PLAN} from tenant.subscription_plans order by price_monthly, name`),
  plan: async (on: On, id: string): Promise<Plan | undefined> => (await db.run<Plan>(on, `select ${PLAN} from tenant.subscription_plans where id = $1`, [id]))[0],
  insertPlan: async (tx: CoreTransaction, plan: NewPlan & { price_yearly: string }): Promise<Plan> => {
    const given = COLUMNS.filter((column) => plan[column] !== undefined)
    const text = `insert into tenant.subscription_plans (${given.join(', ')}) values (${given.map((_, at) => `$${at + 1}`).join(', ')}) returning ${PLAN}`
    return (await db.run<Plan>(tx, text, given.map((column) => valueOf(column, plan[column]))))[0] as Plan
  },
  changePlan: async (tx: CoreTransaction, id: string, patch: PlanPatch): Promise<Plan | undefined> => {
    const given = COLUMNS.filter((column) => patch[column] !== undefined)
    const set = given.map((column, at) => `${column} = $${at + 2}`).join(', ')
    return (await db.run<Plan>(tx, `update tenant.subscription_plans set ${set}, updated_at = now() where id = $1 returning ${PLAN}`, [id, ...given.map((column) => valueOf(column, patch[column]))]))[0]
  },
})

/** Who has which plan. */
const subscriptionRows = (db: CoreDb) => ({
  find: async (on: On, id: string): Promise<Subscription | undefined> => (await db.run<Subscription>(on, `select ${SUBSCRIPTION_SELECT} from ${SUBSCRIPTION_FROM} where s.id = $1`, [id]))[0],
  /** The one that goes on, else the latest. */
  ofOrganization: async (on: On, organizationId: string): Promise<Subscription | undefined> =>
    (await db.run<Subscription>(on, `select ${SUBSCRIPTION_SELECT} from ${SUBSCRIPTION_FROM} where s.organization_id = $1 order by (${LIVE}) desc, s.created_at desc limit 1`, [organizationId]))[0],
  insert: async (tx: CoreTransaction, row: { organization_id: string; plan_id: string; status: string; billing_period: string }): Promise<string> => {
    const id = newId()
    await db.run(
      tx,
      `insert into tenant.organization_subscriptions (id, organization_id, plan_id, status, billing_period, current_period_end)
       values ($1, $2, $3, $4, $5::text, now() + case when $5::text = 'yearly' then interval '1 year' else interval '1 month' end)`,
      [id, row.organization_id, row.plan_id, row.status, row.billing_period],
    )
    return id
  },
  change: async (tx: CoreTransaction, id: string, values: { plan_id?: string | undefined; status?: string | undefined; billing_period?: string | undefined; cancel_at_period_end?: boolean | undefined }): Promise<void> => {
    await db.run(
      tx,
      `update tenant.organization_subscriptions set plan_id = coalesce($2, plan_id), status = coalesce($3, status), billing_period = coalesce($4, billing_period),
        cancel_at_period_end = coalesce($5, cancel_at_period_end), updated_at = now() where id = $1`,
      [id, values.plan_id, values.status, values.billing_period, values.cancel_at_period_end],
    )
  },
  /** Those whose period is over. */
  due: (): Promise<Subscription[]> => db.run<Subscription>('platform', `select ${SUBSCRIPTION_SELECT} from ${SUBSCRIPTION_FROM} where ${LIVE} and s.current_period_end <= now() order by s.current_period_end limit 500`),
  /** Begins the next period where the last one ended. False when another instance did it. */
  renew: async (tx: CoreTransaction, { id, current_period_end }: Subscription): Promise<boolean> =>
    (
      await db.run(
        tx,
        `update tenant.organization_subscriptions set current_period_start = current_period_end, updated_at = now(),
          current_period_end = current_period_end + case when billing_period = 'yearly' then interval '1 year' else interval '1 month' end
         where id = $1 and current_period_end = $2 returning 1`,
        [id, current_period_end],
      )
    ).length > 0,
})

/** What was ordered and paid, and what follows for the organization's modules. */
const moneyRows = (db: CoreDb) => ({
  insertOrder: async (tx: CoreTransaction, { organization_id, subscription_id, order_type, plan, amount }: NewOrder): Promise<string> => {
    const id = newId()
    await db.run(tx, INSERT_ORDER, [id, organization_id, subscription_id, order_type, plan.id, plan.name, amount])
    return id
  },
  insertPayment: async (tx: CoreTransaction, order: { id: string } & NewOrder, paid: ChargeResult & { provider: string; description: string }): Promise<void> => {
    await db.run(tx, INSERT_PAYMENT, [newId(), order.organization_id, order.id, order.amount, paid.status, paid.provider, paid.reference, paid.description])
  },
  /** Switches off, never unassigns, what a plan lacks (DECISIONS 24). */
  disableOutside: async (tx: CoreTransaction, organizationId: string, features: readonly string[]): Promise<void> => {
    if (features.includes('*')) return
    await db.run(tx, 'update tenant.organization_modules set is_enabled = false, updated_at = now() where organization_id = $1 and is_enabled and not (module_id = any($2::text[]))', [organizationId, features])
  },
})
/** Plans, who has which, what was ordered and paid. */
export const createSubscriptionRepository = (db: CoreDb) => ({ ...planRows(db), ...subscriptionRows(db), ...moneyRows(db) })
export type SubscriptionRepository = ReturnType<typeof createSubscriptionRepository>
