import { CreateButton, DataTable, DateText, Facts, FormDialog, Money, PageFrame, PanelSection, RecordName, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { SUBSCRIPTION_STATES, subscriptions, type Subscription } from '../../../clients/billing'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'
import { MoneyState, Word } from './money-state'
import { planKind } from './plan-kind'
import { newSubscriptionForm, subscriptionForm } from './subscription-forms'

const column = columnsOf<Subscription>()
const SPEC = { sort: [], search: ['plan'] }
const FILTERS = [
  filter.choice('status', SUBSCRIPTION_STATES, { label: 'field.state' }),
  filter.record('plan_id', planKind, { label: 'field.plan' }),
  filter.record('organization_id', tenantKind, { label: 'field.tenant' }),
]

const COLUMNS = [
  column.record('organization_id', { of: tenantKind, label: 'field.tenant', width: 220 }),
  column.custom('plan', { width: 170, render: ({ plan }) => <span className="io-trunc">{plan.name}</span> }),
  column.custom('status', { label: 'field.state', width: 140, render: ({ status }) => <MoneyState state={status} /> }),
  column.custom('billing_period', { width: 130, render: ({ billing_period }) => <Word of="billing_period" value={billing_period} /> }),
  column.date('current_period_start', { width: 140 }),
  column.date('current_period_end', { width: 140 }),
  column.yesno('cancel_at_period_end', { width: 140 }),
]

const phoneRow = (row: Subscription): PhoneRow => ({
  title: <RecordName kind={tenantKind} id={row.organization_id} />,
  meta: [row.plan.name, <DateText key="end" value={row.current_period_end} />],
  state: <MoneyState state={row.status} />,
})

/** Who has which plan. */
export default function SubscriptionsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('subscription.list')} facts={t('subscription.facts')} actions={<CreateButton form={newSubscriptionForm} />}>
      <TenantCommands />
      <DataTable
        name="subscription"
        source={subscriptions}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        phoneRow={phoneRow}
        panel={(row) => <Details subscription={row} />}
        empty={{ icon: 'receipt' }}
      />
    </PageFrame>
  )
}

function Details({ subscription }: { subscription: Subscription }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
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
        <Button variant="outlined" onClick={() => setEditing(true)}>
          {t('subscription.edit')}
        </Button>
      </PanelSection>
      <FormDialog form={subscriptionForm} record={subscription} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}
