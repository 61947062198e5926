import { formOf } from '@innoerp/sdk/ui'
import { PERIODS, SUBSCRIPTION_STATES, subscriptions, type Subscription, type SubscriptionDraft } from '../../../clients/billing'
import { tenantKind } from '../tenant-kind'
import { planKind } from './plan-kind'

const ID = { type: 'string', format: 'uuid' }
const PERIOD = { type: 'string', enum: PERIODS, default: 'monthly' }
const fields = { organization_id: { of: tenantKind, label: 'field.tenant' }, plan_id: { of: planKind, label: 'field.plan' }, status: { label: 'field.state' } }

export const newSubscriptionForm = formOf<Subscription, SubscriptionDraft>({
  name: 'subscription',
  schema: { properties: { organization_id: ID, plan_id: ID, billing_period: PERIOD, status: { type: 'string', enum: ['active', 'trialing'], default: 'active' } }, required: ['organization_id', 'plan_id'] },
  target: subscriptions,
  fields,
})

export const subscriptionForm = formOf<Subscription, SubscriptionDraft>({
  name: 'subscription',
  schema: { properties: { plan_id: ID, billing_period: PERIOD, status: { type: 'string', enum: SUBSCRIPTION_STATES }, cancel_at_period_end: { type: 'boolean' } }, required: ['plan_id', 'billing_period', 'status'] },
  target: subscriptions,
  fields,
})
