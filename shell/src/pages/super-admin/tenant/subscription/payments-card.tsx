import { Card, DataTable, DateText, Money, columnsOf, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { Check, RotateCcw, X } from 'lucide-react'
import { useMemo } from 'react'
import { nextStatesOf, payments, type Payment, type PaymentState } from '../../../../clients/billing'
import type { Tenant } from '../../../../clients/tenant'
import { useAsked } from '../../../parts/use-asked'
import { MoneyState } from '../../billing/money-state'
import { RecordDialog, type PaymentNote } from '../../billing/record-dialog'

const column = columnsOf<Payment>()
const COLUMNS = [
  column.text('description', { width: 140 }),
  column.money('amount', { currency: 'currency', width: 104 }),
  column.custom('status', { label: 'field.state', width: 124, render: ({ status }) => <MoneyState state={status} /> }),
  column.date('created_at', { width: 96 }),
]
const VERBS: readonly { status: PaymentState; Glyph: typeof Check }[] = [
  { status: 'succeeded', Glyph: Check },
  { status: 'failed', Glyph: X },
  { status: 'refunded', Glyph: RotateCcw },
]

const phoneRow = (payment: Payment): PhoneRow => ({
  title: payment.description,
  meta: [<DateText key="at" value={payment.created_at} />],
  figure: <Money value={payment.amount} currency={payment.currency} />,
  state: <MoneyState state={payment.status} />,
})

/** What became of the payments of an organization's orders, noted here as well. */
export function PaymentsCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const asked = useAsked<PaymentNote>()
  const { ask } = asked
  const where = useMemo(() => ({ organization_id: tenant.id }), [tenant.id])
  const columns = useMemo(() => {
    const actions = VERBS.map(({ status, Glyph }) => ({
      id: status,
      label: t(`payment.verb.${status}`),
      icon: <Glyph size={15} aria-hidden />,
      when: (payment: Payment) => nextStatesOf(payment.status).includes(status),
      run: (payment: Payment) => ask({ payment, status }),
    }))
    return [...COLUMNS, column.actions(actions)]
  }, [t, ask])
  return (
    <Card title={t('payment.list')} flush>
      <DataTable embedded name="payment" source={payments} where={where} columns={columns} phoneRow={phoneRow} empty={{ icon: 'payment' }} />
      <RecordDialog {...asked} />
    </Card>
  )
}
