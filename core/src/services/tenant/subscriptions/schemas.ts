import { Currency, Name, Nullable, OneOf, Strict, Timestamp, Type, Uuid, type Static } from '@innoerp/sdk/contract'

/** US dollars with two digits; never negative. */
const Price = Type.String({ pattern: '^\\d{1,8}(\\.\\d{1,2})?$', maxLength: 12, description: 'Exact decimal' })
const Limit = (minimum: number) => Nullable(Type.Integer({ minimum, maximum: 1_000_000 }))
const Features = Type.Array(Type.String({ pattern: '^(\\*|[a-z][a-z0-9-]{1,39})$' }), { maxItems: 100, uniqueItems: true, description: 'Ids of the modules that it holds; * for all' })
const Limits = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}$' }), Type.Integer({ minimum: 0 }), { maxProperties: 50, description: 'Further limits, such as storage_mb' })
const parts = {
  description: Type.String({ maxLength: 500 }),
  stripe_price_id: Nullable(Type.String({ maxLength: 100 })),
  price_yearly: Price,
  max_users: Limit(1),
  max_projects: Limit(0),
  features: Features,
  limits: Limits,
  is_active: Type.Boolean(),
}
export const Plan = Type.Object({ id: Uuid, name: Name(100), price_monthly: Price, ...parts, created_at: Timestamp, updated_at: Timestamp })
export type Plan = Static<typeof Plan>
export const NewPlan = Type.Composite([Strict({ name: Name(100), price_monthly: Price }), Type.Partial(Type.Object(parts))], { additionalProperties: false })
export type NewPlan = Static<typeof NewPlan>
export const PlanPatch = Type.Partial(Strict({ name: Name(100), price_monthly: Price, ...parts }), { additionalProperties: false, minProperties: 1 })
export type PlanPatch = Static<typeof PlanPatch>

export const STATUSES = ['active', 'cancelled', 'expired', 'past_due', 'trialing'] as const
const Status = OneOf(STATUSES)
const Period = OneOf(['monthly', 'yearly'])
export const Subscription = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  plan_id: Uuid,
  status: Status,
  billing_period: Period,
  current_period_start: Timestamp,
  current_period_end: Timestamp,
  cancel_at_period_end: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
  plan: Plan,
})
export type Subscription = Static<typeof Subscription>
export const NewSubscription = Strict({ organization_id: Uuid, plan_id: Uuid, status: Type.Optional(OneOf(['active', 'trialing'])), billing_period: Type.Optional(Period) })
export const SubscriptionPatch = Strict(
  { plan_id: Type.Optional(Uuid), status: Type.Optional(Status), billing_period: Type.Optional(Period), cancel_at_period_end: Type.Optional(Type.Boolean()) },
  { minProperties: 1 },
)
export type SubscriptionPatch = Static<typeof SubscriptionPatch>

export const Order = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  organization_name: Type.String(),
  subscription_id: Uuid,
  order_type: OneOf(['new', 'upgrade', 'downgrade', 'cancel', 'renew']),
  plan_id: Uuid,
  plan_name: Type.String(),
  amount: Price,
  currency: Currency,
  status: OneOf(['pending', 'completed', 'cancelled']),
  created_at: Timestamp,
})
export const Payment = Type.Object({
  id: Uuid,
  organization_id: Uuid,
  organization_name: Type.String(),
  order_id: Uuid,
  amount: Price,
  currency: Currency,
  status: OneOf(['succeeded', 'pending', 'failed', 'refunded']),
  provider: Type.String(),
  stripe_payment_intent_id: Nullable(Type.String()),
  description: Type.String(),
  created_at: Timestamp,
})
export const PaymentPatch = Strict({ status: OneOf(['succeeded', 'failed', 'refunded']) })

const page = {
  skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  total: Type.Optional(Type.Boolean({ default: true })),
  organization_id: Type.Optional(Uuid),
}
export const SubscriptionQuery = Strict({ ...page, status: Type.Optional(Status), plan_id: Type.Optional(Uuid) })
export const MoneyQuery = Strict({ ...page, status: Type.Optional(Type.String({ pattern: '^[a-z]{1,20}$' })) })
export const OrganizationParams = Strict({ org: Uuid })
