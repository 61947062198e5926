import type { CoreDb, CoreTransaction } from '../../../platform/database/core-db.js'
import { violates } from '../../../platform/errors/violates.js'
import { auditFrom, type ServiceContext } from '../../../platform/http/service-context.js'
import type { Platform } from '../../../platform/platform.js'
import { tenantErrors } from '../errors.js'
import type { PaymentProvider } from './payment-provider.js'
import type { Plan, Subscription, SubscriptionPatch } from './schemas.js'
import type { NewOrder, OrderType, SubscriptionRepository } from './subscription-repository.js'

export interface SubscriptionServiceDeps {
  platform: Platform
  rows: SubscriptionRepository
  payments: PaymentProvider
}
export interface NewSubscription {
  organization_id: string
  plan_id: string
  status?: string
  billing_period?: string
}
/** Who has which plan. Each change of what is paid for leaves an order, and a payment where there is something to pay. */
export interface SubscriptionService {
  get(id: string): Promise<Subscription>
  ofOrganization(organizationId: string): Promise<Subscription>
  /** @throws TENANT_PLAN_NOT_FOUND, TENANT_NOT_FOUND, TENANT_SUBSCRIBED (409) */
  create(ctx: ServiceContext, input: NewSubscription): Promise<Subscription>
  change(ctx: ServiceContext, id: string, patch: SubscriptionPatch): Promise<Subscription>
  /** Renews or ends those whose period is over. */
  settle(): Promise<void>
}

const ENDED = new Set(['cancelled', 'expired'])

/** What goes with every change of a subscription. */
function consequencesOf({ platform, rows, payments }: SubscriptionServiceDeps) {
  const { audit, events } = platform
  const amountOf = (plan: Plan, period: string): string => (period === 'yearly' ? plan.price_yearly : plan.price_monthly)
  return {
    /** The order, and what is to be paid for it. */
    order: async (tx: CoreTransaction, subscription: Subscription, { type, plan }: { type: OrderType; plan: Plan }): Promise<void> => {
      const { id: subscription_id, organization_id, billing_period } = subscription
      const amount = type === 'cancel' ? '0.00' : amountOf(plan, billing_period)
      const made: NewOrder = { organization_id, subscription_id, order_type: type, plan, amount }
      const id = await rows.insertOrder(tx, made)
      if (Number(amount) === 0) return
      const description = `${plan.name}, ${billing_period}`
      const paid = await payments.charge({ organizationId: organization_id, amount, currency: 'USD', description })
      await rows.insertPayment(tx, { id, ...made }, { ...paid, provider: payments.name, description })
    },
    /** Modules that the plan lacks are switched off; the event; the entry. */
    follow: async (tx: CoreTransaction, { id, ctx }: { id: string; ctx?: ServiceContext }): Promise<Subscription> => {
      const after = (await rows.find(tx, id)) as Subscription
      if (!ENDED.has(after.status)) await rows.disableOutside(tx, after.organization_id, after.plan.features)
      const data = { subscription_id: id, organization_id: after.organization_id, plan_id: after.plan_id, status: after.status }
      await events.publish(tx, { topic: 'subscription.updated', organization_id: after.organization_id, ...(ctx && { user_id: ctx.caller.id }), data })
      await audit.append(tx, { ...(ctx && auditFrom(ctx)), organizationId: after.organization_id, action: 'subscription.updated', target: { type: 'subscription', id }, data })
      return after
    },
  }
}

export function createSubscriptionService(deps: SubscriptionServiceDeps): SubscriptionService {
  const { platform, rows } = deps
  const { core } = platform.database
  const { order, follow } = consequencesOf(deps)
  const tell = ({ organization_id }: Subscription) => platform.bus.announce({ kind: 'organization', id: organization_id })
  const planOf = async (tx: CoreTransaction, id: string): Promise<Plan> => {
    const plan = await rows.plan(tx, id)
    if (!plan) throw tenantErrors.PLAN_NOT_FOUND()
    return plan
  }
  const create = (tx: CoreTransaction, ctx: ServiceContext, { organization_id, plan_id, status = 'active', billing_period = 'monthly' }: NewSubscription): Promise<Subscription> =>
    begin(tx, { core, rows, planOf, order }, { organization_id, plan_id, status, billing_period }).then((id) => follow(tx, { id, ctx }))
  const change = async (tx: CoreTransaction, ctx: ServiceContext, { before, patch }: { before: Subscription; patch: SubscriptionPatch }): Promise<Subscription> => {
    const plan = patch.plan_id === undefined ? before.plan : await planOf(tx, patch.plan_id)
    await rows.change(tx, before.id, patch)
    const now = existing(await rows.find(tx, before.id))
    if (plan.id !== before.plan_id) await order(tx, now, { type: Number(plan.price_monthly) >= Number(before.plan.price_monthly) ? 'upgrade' : 'downgrade', plan })
    if ((patch.cancel_at_period_end && !before.cancel_at_period_end) || patch.status === 'cancelled') await order(tx, now, { type: 'cancel', plan })
    return follow(tx, { id: before.id, ctx })
  }
  return {
    get: async (id) => existing(await rows.find('platform', id)),
    ofOrganization: async (organizationId) => existing(await rows.ofOrganization('platform', organizationId)),
    create: async (ctx, input) => {
      const made = await core.transaction('platform', (tx) => create(tx, ctx, input))
      await tell(made)
      return made
    },
    change: async (ctx, id, patch) => {
      const before = existing(await rows.find('platform', id))
      if (ENDED.has(before.status)) throw tenantErrors.SUBSCRIPTION_ENDED()
      const after = await core.transaction('platform', (tx) => change(tx, ctx, { before, patch }))
      await tell(after)
      return after
    },
    settle: async () => {
      for (const subscription of await rows.due()) {
        await core.transaction('platform', async (tx) => {
          if (subscription.cancel_at_period_end) await rows.change(tx, subscription.id, { status: 'cancelled' })
          else if (await rows.renew(tx, subscription)) await order(tx, subscription, { type: 'renew', plan: subscription.plan })
          await follow(tx, { id: subscription.id })
        })
        await tell(subscription)
      }
    },
  }
}

interface Beginning extends Pick<ReturnType<typeof consequencesOf>, 'order'> {
  core: CoreDb
  rows: SubscriptionRepository
  planOf(tx: CoreTransaction, id: string): Promise<Plan>
}

/** An organization has one subscription that goes on. */
async function begin(tx: CoreTransaction, { core, rows, planOf, order }: Beginning, input: Required<NewSubscription>): Promise<string> {
  const [organization] = await core.run(tx, 'select 1 from tenant.organizations where id = $1 for update', [input.organization_id])
  if (!organization) throw tenantErrors.NOT_FOUND()
  const plan = await planOf(tx, input.plan_id)
  const id = await rows.insert(tx, input).catch((error: unknown) => {
    throw violates(error, 'one_live_subscription') ? tenantErrors.SUBSCRIBED() : error
  })
  await order(tx, (await rows.find(tx, id)) as Subscription, { type: 'new', plan })
  return id
}

function existing(found: Subscription | undefined): Subscription {
  if (!found) throw tenantErrors.SUBSCRIPTION_NOT_FOUND()
  return found
}
