import type { CoreTransaction } from '../../../platform/database/core-db.js'
import { violates } from '../../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../../platform/http/service-context.js'
import type { Platform } from '../../../platform/platform.js'
import { tenantErrors } from '../errors.js'
import type { PaymentProvider } from './payment-provider.js'
import type { NewPlan, Plan, PlanPatch, Subscription, SubscriptionPatch } from './schemas.js'
import type { NewOrder, OrderType, SubscriptionRepository } from './subscription-repository.js'

export interface SubscriptionServiceDeps {
  platform: Platform
  rows: SubscriptionRepository
  payments: PaymentProvider
}
/** Plans and subscriptions. Each change of what is paid for leaves an order, and a payment where there is something to pay. */
export interface SubscriptionService {
  createPlan(ctx: ServiceContext, plan: NewPlan): Promise<Plan>
  changePlan(ctx: ServiceContext, id: string, patch: PlanPatch): Promise<Plan>
  get(id: string): Promise<Subscription>
  ofOrganization(organizationId: string): Promise<Subscription>
  /** @throws TENANT_PLAN_NOT_FOUND, TENANT_NOT_FOUND, TENANT_SUBSCRIBED (409) */
  create(ctx: ServiceContext, input: { organization_id: string; plan_id: string; status?: string; billing_period?: string }): Promise<Subscription>
  change(ctx: ServiceContext, id: string, patch: SubscriptionPatch): Promise<Subscription>
  /** Renews or ends those whose period is over. */
  settle(): Promise<void>
}

/** Ten months a year, where a plan names no yearly price (DECISIONS 24). */
const YEARLY_MONTHS = 10
const yearlyOf = (monthly: string): string => (Math.round(Number(monthly) * 100 * YEARLY_MONTHS) / 100).toFixed(2)
const ENDED = new Set(['cancelled', 'expired'])

export function createSubscriptionService({ platform, rows, payments }: SubscriptionServiceDeps): SubscriptionService {
  const { database: { core }, audit, bus, events } = platform
  const planOf = async (tx: CoreTransaction, id: string): Promise<Plan> => {
    const plan = await rows.plan(tx, id)
    if (!plan) throw tenantErrors.PLAN_NOT_FOUND()
    return plan
  }
  const named = (error: unknown): unknown => (violates(error, 'subscription_plans_name_key') ? tenantErrors.PLAN_TAKEN({ details: [{ field: 'name', message: 'Taken.' }] }) : error)
  const get = async (id: string): Promise<Subscription> => {
    const found = await rows.find('platform', id)
    if (!found) throw tenantErrors.SUBSCRIPTION_NOT_FOUND()
    return found
  }
  const amountOf = (plan: Plan, period: string): string => (period === 'yearly' ? plan.price_yearly : plan.price_monthly)
  const order = async (tx: CoreTransaction, subscription: Subscription, { type, plan }: { type: OrderType; plan: Plan }): Promise<void> => {
    const amount = type === 'cancel' ? '0.00' : amountOf(plan, subscription.billing_period)
    const made: NewOrder = { organization_id: subscription.organization_id, subscription_id: subscription.id, order_type: type, plan, amount }
    const id = await rows.insertOrder(tx, made)
    if (Number(amount) === 0) return
    const description = `${plan.name}, ${subscription.billing_period}`
    const paid = await payments.charge({ organizationId: subscription.organization_id, amount, currency: 'USD', description })
    await rows.insertPayment(tx, { id, ...made }, { ...paid, provider: payments.name, description })
  }
  /** What follows from any change: modules that the plan lacks are switched off, the event, the entry. */
  const follow = async (tx: CoreTransaction, { id, by, ctx }: { id: string; by: string | null; ctx?: ServiceContext }): Promise<Subscription> => {
    const after = (await rows.find(tx, id)) as Subscription
    if (!ENDED.has(after.status)) await rows.disableOutside(tx, after.organization_id, after.plan.features)
    const data = { subscription_id: id, organization_id: after.organization_id, plan_id: after.plan_id, status: after.status }
    await events.publish(tx, { topic: 'subscription.updated', organization_id: after.organization_id, ...(by && { user_id: by }), data })
    await audit.append(tx, { ...(ctx && auditFrom(ctx)), organizationId: after.organization_id, action: 'subscription.updated', target: { type: 'subscription', id }, data })
    return after
  }
  const tell = ({ organization_id }: Subscription) => bus.announce({ kind: 'organization', id: organization_id })
  return {
    get,
    createPlan: (ctx, plan) =>
      core.transaction('platform', async (tx) => {
        const made = await rows.insertPlan(tx, { ...plan, price_yearly: plan.price_yearly ?? yearlyOf(plan.price_monthly) }).catch((error: unknown) => {
          throw named(error)
        })
        await audit.append(tx, { ...auditFrom(ctx), action: 'plan.created', target: { type: 'plan', id: made.id }, data: { ...plan } })
        return made
      }),
    changePlan: async (ctx, id, patch) => {
      const changed = await core.transaction('platform', async (tx) => {
        const made = await rows.changePlan(tx, id, patch).catch((error: unknown) => {
          throw named(error)
        })
        if (!made) throw tenantErrors.PLAN_NOT_FOUND()
        await audit.append(tx, { ...auditFrom(ctx), action: 'plan.changed', target: { type: 'plan', id }, data: { ...patch } })
        return made
      })
      await bus.announce({ kind: 'catalogue' })
      return changed
    },
    ofOrganization: async (organizationId) => {
      const found = await rows.ofOrganization('platform', organizationId)
      if (!found) throw tenantErrors.SUBSCRIPTION_NOT_FOUND()
      return found
    },
    create: async (ctx, { organization_id, plan_id, status = 'active', billing_period = 'monthly' }) => {
      const made = await core.transaction('platform', async (tx) => {
        const [organization] = await core.run(tx, 'select 1 from tenant.organizations where id = $1 for update', [organization_id])
        if (!organization) throw tenantErrors.NOT_FOUND()
        const plan = await planOf(tx, plan_id)
        const id = await rows.insert(tx, { organization_id, plan_id, status, billing_period }).catch((error: unknown) => {
          throw violates(error, 'one_live_subscription') ? tenantErrors.SUBSCRIBED() : error
        })
        await order(tx, (await rows.find(tx, id)) as Subscription, { type: 'new', plan })
        return follow(tx, { id, by: ctx.caller.id, ctx })
      })
      await tell(made)
      return made
    },
    change: async (ctx, id, patch) => {
      const before = await get(id)
      if (ENDED.has(before.status)) throw tenantErrors.SUBSCRIPTION_ENDED()
      const after = await core.transaction('platform', async (tx) => {
        const plan = patch.plan_id === undefined ? before.plan : await planOf(tx, patch.plan_id)
        await rows.change(tx, id, patch)
        const now = (await rows.find(tx, id)) as Subscription
        if (plan.id !== before.plan_id) await order(tx, now, { type: Number(plan.price_monthly) >= Number(before.plan.price_monthly) ? 'upgrade' : 'downgrade', plan })
        if ((patch.cancel_at_period_end && !before.cancel_at_period_end) || patch.status === 'cancelled') await order(tx, now, { type: 'cancel', plan })
        return follow(tx, { id, by: ctx.caller.id, ctx })
      })
      await tell(after)
      return after
    },
    settle: async () => {
      for (const subscription of await rows.due()) {
        await core.transaction('platform', async (tx) => {
          if (subscription.cancel_at_period_end) await rows.change(tx, subscription.id, { status: 'cancelled' })
          else if (await rows.renew(tx, subscription)) await order(tx, subscription, { type: 'renew', plan: subscription.plan })
          await follow(tx, { id: subscription.id, by: null })
        })
        await tell(subscription)
      }
    },
  }
}
