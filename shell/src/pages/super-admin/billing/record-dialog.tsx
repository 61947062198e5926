import { ConfirmDialog, keys, useFormat, useT, useToast } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { payments, recordPayment, type Payment, type PaymentState } from '../../../clients/billing'
import type { Asked } from '../../parts/use-asked'

export interface PaymentNote {
  payment: Payment
  status: PaymentState
}

/** Asks before it is noted what became of a payment. */
export function RecordDialog({ subject, open, close }: Asked<PaymentNote>) {
  const t = useT()
  const toast = useToast()
  const format = useFormat()
  const queries = useQueryClient()
  if (!subject) return null
  const { payment, status } = subject
  const values = { name: payment.organization_name, amount: format.money(payment.amount, { currency: payment.currency }) }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      tone="primary"
      title={t(`payment.ask.${status}`, values)}
      text={t('payment.askText')}
      verb={t(`payment.verb.${status}`)}
      onConfirm={async () => {
        await recordPayment(payment.id, status)
        await queries.invalidateQueries({ queryKey: keys.all(payments.path) })
        toast(t('payment.recorded'))
      }}
    />
  )
}
