import { getApi, resource, type AnyRecord, type ListSource } from '@innoerp/sdk/ui'
import { byNumber } from './by-number'

const SUBSCRIPTIONS = '/api/v1/subscriptions'

/** What can be subscribed to; prices in US dollars as exact decimals. */
export interface Plan extends AnyRecord {
  name: string
  description: string
  price_monthly: string
  price_yearly: string
  /** Null: no limit. */
  max_users: number | null
  max_projects: number | null
  /** Ids of the modules that it holds; `*` for all. */
  features: readonly string[]
  limits: Readonly<Record<string, number>>
  is_active: boolean
}
export type PlanDraft = Partial<Omit<Plan, 'id'>>

export const SUBSCRIPTION_STATES = ['active', 'trialing', 'past_due', 'cancelled', 'expired'] as const
export const PERIODS = ['monthly', 'yearly'] as const

/** Which plan an organization has. */
export interface Subscription extends AnyRecord {
  organization_id: string
  plan_id: string
  status: (typeof SUBSCRIPTION_STATES)[number]
  billing_period: (typeof PERIODS)[number]
  current_period_start: string
  current_period_end: string
  cancel_at_period_end: boolean
  plan: Plan
}
export type SubscriptionDraft = Partial<Pick<Subscription, 'organization_id' | 'plan_id' | 'status' | 'billing_period' | 'cancel_at_period_end'>>

export const ORDER_STATES = ['pending', 'completed', 'cancelled'] as const
export interface Order extends AnyRecord {
  organization_id: string
  organization_name: string
  subscription_id: string
  order_type: 'new' | 'upgrade' | 'downgrade' | 'cancel' | 'renew'
  plan_name: string
  amount: string
  currency: string
  status: (typeof ORDER_STATES)[number]
  created_at: string
}

export const PAYMENT_STATES = ['pending', 'succeeded', 'failed', 'refunded'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]
export interface Payment extends AnyRecord {
  organization_id: string
  organization_name: string
  order_id: string
  amount: string
  currency: string
  status: PaymentState
  provider: string
  description: string
  created_at: string
}

export const plans = resource<Plan, PlanDraft>(`${SUBSCRIPTIONS}/plans`)
const subscriptionRecords = resource<Subscription, SubscriptionDraft>(SUBSCRIPTIONS)
export const subscriptions = { ...subscriptionRecords, list: byNumber<Subscription>(SUBSCRIPTIONS).list }
export const orders: ListSource<Order> = byNumber(`${SUBSCRIPTIONS}/orders`)
export const payments: ListSource<Payment> = byNumber(`${SUBSCRIPTIONS}/payments`)

/** Notes what became of a payment. Rejects with an ApiError where the payment cannot become that. */
export const recordPayment = (id: string, status: PaymentState): Promise<Payment> => getApi().patch(`${payments.path}/${id}`, { status })

/** What a payment may become. */
export const nextStatesOf = (status: PaymentState): readonly PaymentState[] => ({ pending: ['succeeded', 'failed'], failed: ['succeeded'], succeeded: ['refunded'], refunded: [] } as const)[status]
