import { DataTable, DateText, Money, PageFrame, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { PAYMENT_STATES, payments, type Payment } from '../../../clients/billing'
import { usePanelQuestion } from '../../parts/use-panel-question'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'
import { MoneyState } from './money-state'
import { PaymentDetails } from './payment-details'
import { RecordDialog, type PaymentNote } from './record-dialog'

const column = columnsOf<Payment>()
const SPEC = { sort: [], search: ['organization_name'] }
const FILTERS = [filter.choice('status', PAYMENT_STATES, { label: 'field.state' }), filter.record('organization_id', tenantKind, { label: 'field.tenant' })]

const COLUMNS = [
  column.name('organization_name', { avatar: null, label: 'field.tenant' }),
  column.text('description', { width: 260 }),
  column.money('amount', { currency: 'currency' }),
  column.custom('status', { label: 'field.state', width: 140, render: ({ status }) => <MoneyState state={status} /> }),
  column.text('provider', { width: 120 }),
  column.date('created_at', { width: 150 }),
]

const phoneRow = (payment: Payment): PhoneRow => ({
  title: payment.organization_name,
  meta: [<DateText key="at" value={payment.created_at} />],
  figure: <Money value={payment.amount} currency={payment.currency} />,
  state: <MoneyState state={payment.status} />,
})

/** What became of the payments of orders. */
export default function PaymentsPage() {
  const t = useT()
  const { state, asked, ask } = usePanelQuestion<PaymentNote>()
  return (
    <PageFrame fill title={t('payment.list')} facts={t('payment.facts')}>
      <TenantCommands />
      <DataTable
        name="payment"
        source={payments}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        state={state}
        phoneRow={phoneRow}
        panel={(payment) => <PaymentDetails payment={payment} onRecord={(status) => ask({ payment, status })} />}
        empty={{ icon: 'payment' }}
      />
      <RecordDialog {...asked} />
    </PageFrame>
  )
}
