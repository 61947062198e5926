import { DateText, Facts, Money, useT } from '@innoerp/sdk/ui'
import type { Subscription } from '../../../clients/billing'
import { MoneyState, Word } from './money-state'

/** What there is to say of a subscription. */
export function SubscriptionFacts({ subscription }: { subscription: Subscription }) {
  const t = useT()
  const { plan, billing_period, status, current_period_start, current_period_end, cancel_at_period_end } = subscription
  return (
    <Facts
      items={[
        { label: t('field.plan'), value: plan.name },
        { label: t('field.price'), value: <Money value={billing_period === 'yearly' ? plan.price_yearly : plan.price_monthly} currency="USD" /> },
        { label: t('field.billing_period'), value: <Word of="billing_period" value={billing_period} /> },
        { label: t('field.state'), value: <MoneyState state={status} /> },
        { label: t('field.current_period_start'), value: <DateText value={current_period_start} /> },
        { label: t('field.current_period_end'), value: <DateText value={current_period_end} /> },
        { label: t('field.cancel_at_period_end'), value: t(cancel_at_period_end ? 'subscription.ends' : 'subscription.goesOn') },
      ]}
    />
  )
}
