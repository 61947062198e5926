import { DateText, Facts, Money, PanelSection, RecordName, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { Subscription } from '../../../clients/billing'
import { tenantKind } from '../tenant-kind'
import { MoneyState, Word } from './money-state'

/** A subscription beside the list. */
export function SubscriptionDetails({ subscription, onEdit }: { subscription: Subscription; onEdit(): void }) {
  const t = useT()
  const { plan, billing_period, status, current_period_start, current_period_end, cancel_at_period_end } = subscription
  return (
    <>
      <PanelSection>
        <h2>
          <RecordName kind={tenantKind} id={subscription.organization_id} />
        </h2>
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
      </PanelSection>
      <PanelSection>
        <Button variant="outlined" onClick={onEdit}>
          {t('subscription.edit')}
        </Button>
      </PanelSection>
    </>
  )
}
