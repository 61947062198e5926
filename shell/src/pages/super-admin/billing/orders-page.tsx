import { DataTable, DateText, Facts, Money, PageFrame, PanelSection, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { ORDER_STATES, orders, type Order } from '../../../clients/billing'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'
import { MoneyState, Word } from './money-state'

const column = columnsOf<Order>()
const SPEC = { sort: [], search: ['organization_name'] }
const FILTERS = [filter.choice('status', ORDER_STATES, { label: 'field.state' }), filter.record('organization_id', tenantKind, { label: 'field.tenant' })]

const COLUMNS = [
  column.name('organization_name', { avatar: null, label: 'field.tenant' }),
  column.custom('order_type', { width: 150, render: ({ order_type }) => <Word of="order_type" value={order_type} /> }),
  column.text('plan_name', { label: 'field.plan', width: 170 }),
  column.money('amount', { currency: 'currency' }),
  column.custom('status', { label: 'field.state', width: 140, render: ({ status }) => <MoneyState state={status} /> }),
  column.date('created_at', { label: 'field.ordered_at', width: 150 }),
]

const phoneRow = (order: Order): PhoneRow => ({
  title: order.organization_name,
  meta: [order.plan_name, <DateText key="at" value={order.created_at} />],
  figure: <Money value={order.amount} currency={order.currency} />,
  state: <MoneyState state={order.status} />,
})

/** What organizations ordered. */
export default function OrdersPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('order.list')} facts={t('order.facts')}>
      <TenantCommands />
      <DataTable name="order" source={orders} spec={SPEC} columns={COLUMNS} filters={FILTERS} phoneRow={phoneRow} panel={(order) => <Details order={order} />} empty={{ icon: 'order' }} />
    </PageFrame>
  )
}

function Details({ order }: { order: Order }) {
  const t = useT()
  return (
    <PanelSection>
      <h2>
        <bdi>{order.organization_name}</bdi>
      </h2>
      <Facts
        items={[
          { label: t('field.order_type'), value: <Word of="order_type" value={order.order_type} /> },
          { label: t('field.plan'), value: order.plan_name },
          { label: t('field.amount'), value: <Money value={order.amount} currency={order.currency} /> },
          { label: t('field.state'), value: <MoneyState state={order.status} /> },
          { label: t('field.ordered_at'), value: <DateText value={order.created_at} time /> },
          { label: t('field.id'), value: <code className="io-mono">{order.id}</code> },
        ]}
      />
    </PanelSection>
  )
}
