import { formOf } from '@innoerp/sdk/ui'
import { modulesOf } from '../../../clients/assignments'
import { PERIODS, SUBSCRIPTION_STATES, orders, payments, subscriptions, type Subscription, type SubscriptionDraft } from '../../../clients/billing'
import { tenants } from '../../../clients/tenant'
import { tenantKind } from '../tenant-kind'
import { planKind } from './plan-kind'

const ID = { type: 'string', format: 'uuid' }
const PERIOD = { type: 'string', enum: PERIODS, default: 'monthly' }
const fields = { organization_id: { of: tenantKind, label: 'field.tenant' }, plan_id: { of: planKind, label: 'field.plan' }, status: { label: 'field.state' } }
/** Every change of what is paid for leaves an order, and a payment where there is something to pay. */
const also = [orders.path, payments.path, tenants.path]

export const newSubscriptionForm = formOf<Subscription, SubscriptionDraft>({
  name: 'subscription',
  schema: { properties: { organization_id: ID, plan_id: ID, billing_period: PERIOD, status: { type: 'string', enum: ['active', 'trialing'], default: 'active' } }, required: ['organization_id', 'plan_id'] },
  target: subscriptions,
  fields,
  also,
})

export const subscriptionForm = formOf<Subscription, SubscriptionDraft>({
  name: 'subscription',
  schema: { properties: { plan_id: ID, billing_period: PERIOD, status: { type: 'string', enum: SUBSCRIPTION_STATES }, cancel_at_period_end: { type: 'boolean' } }, required: ['plan_id', 'billing_period', 'status'] },
  target: subscriptions,
  fields,
  also,
})

/** The same for one organization, whose modules follow its plan. */
export const formsOf = (organizationId: string) => {
  const reached = [...also, modulesOf(organizationId).path]
  return {
    begin: formOf<Subscription, SubscriptionDraft>({ ...newSubscriptionForm, layout: ['plan_id', 'billing_period', 'status'], also: reached }),
    change: formOf<Subscription, SubscriptionDraft>({ ...subscriptionForm, also: reached }),
  }
}
