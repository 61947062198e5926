import { Card, DataTable, DateText, Money, columnsOf, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import { orders, type Order } from '../../../../clients/billing'
import type { Tenant } from '../../../../clients/tenant'
import { MoneyState, Word } from '../../billing/money-state'

const column = columnsOf<Order>()
const COLUMNS = [
  column.text('plan_name', { label: 'field.plan', width: 100 }),
  column.custom('order_type', { width: 110, render: ({ order_type }) => <Word of="order_type" value={order_type} /> }),
  column.money('amount', { currency: 'currency', width: 104 }),
  column.custom('status', { label: 'field.state', width: 124, render: ({ status }) => <MoneyState state={status} /> }),
  column.date('created_at', { label: 'field.ordered_at', width: 108 }),
]

const phoneRow = (order: Order): PhoneRow => ({
  title: order.plan_name,
  meta: [<Word key="type" of="order_type" value={order.order_type} />, <DateText key="at" value={order.created_at} />],
  figure: <Money value={order.amount} currency={order.currency} />,
  state: <MoneyState state={order.status} />,
})

/** What an organization ordered. */
export function OrdersCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const where = useMemo(() => ({ organization_id: tenant.id }), [tenant.id])
  return (
    <Card title={t('order.list')} flush>
      <DataTable embedded name="order" source={orders} where={where} columns={COLUMNS} phoneRow={phoneRow} empty={{ icon: 'receipt' }} />
    </Card>
  )
}
