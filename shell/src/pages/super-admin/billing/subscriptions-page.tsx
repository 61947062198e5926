import { CreateButton, DataTable, DateText, FormDialog, PageFrame, RecordName, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { SUBSCRIPTION_STATES, subscriptions, type Subscription } from '../../../clients/billing'
import { usePanelQuestion } from '../../parts/use-panel-question'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'
import { MoneyState, Word } from './money-state'
import { planKind } from './plan-kind'
import { SubscriptionDetails } from './subscription-details'
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
  const { state, asked, ask } = usePanelQuestion<Subscription>()
  return (
    <PageFrame fill title={t('subscription.list')} facts={t('subscription.facts')} actions={<CreateButton form={newSubscriptionForm} />}>
      <TenantCommands />
      <DataTable
        name="subscription"
        source={subscriptions}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        state={state}
        phoneRow={phoneRow}
        panel={(row) => <SubscriptionDetails subscription={row} onEdit={() => ask(row)} />}
        empty={{ icon: 'receipt' }}
      />
      {asked.subject && <FormDialog key={asked.subject.id} form={subscriptionForm} record={asked.subject} open={asked.open} onClose={asked.close} />}
    </PageFrame>
  )
}
