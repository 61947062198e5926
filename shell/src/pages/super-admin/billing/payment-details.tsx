import { ConfirmDialog, DateText, Facts, Money, PanelSection, keys, useFormat, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { nextStatesOf, payments, recordPayment, type Payment, type PaymentState } from '../../../clients/billing'
import { useAsked } from '../../parts/use-asked'
import { MoneyState } from './money-state'

/** A payment beside the list; what became of it is noted here. */
export function PaymentDetails({ payment }: { payment: Payment }) {
  const t = useT()
  const asked = useAsked<PaymentState>()
  const next = nextStatesOf(payment.status)
  return (
    <>
      <PanelSection>
        <h2>
          <bdi>{payment.organization_name}</bdi>
        </h2>
        <Facts
          items={[
            { label: t('field.amount'), value: <Money value={payment.amount} currency={payment.currency} /> },
            { label: t('field.state'), value: <MoneyState state={payment.status} /> },
            { label: t('field.description'), value: payment.description },
            { label: t('field.provider'), value: payment.provider },
            { label: t('field.created_at'), value: <DateText value={payment.created_at} time /> },
            { label: t('field.id'), value: <code className="io-mono">{payment.id}</code> },
          ]}
        />
      </PanelSection>
      {next.length > 0 && (
        <PanelSection title={t('payment.record')}>
          <div className="io-row">
            {next.map((status) => (
              <Button key={status} variant="outlined" onClick={() => asked.ask(status)}>
                {t(`payment.verb.${status}`)}
              </Button>
            ))}
          </div>
        </PanelSection>
      )}
      <RecordDialog payment={payment} status={asked.subject} open={asked.open} onClose={asked.close} />
    </>
  )
}

interface RecordDialogProps {
  payment: Payment
  status: PaymentState | undefined
  open: boolean
  onClose(): void
}

function RecordDialog({ payment, status = 'succeeded', open, onClose }: RecordDialogProps) {
  const t = useT()
  const toast = useToast()
  const format = useFormat()
  const queries = useQueryClient()
  const values = { name: payment.organization_name, amount: format.money(payment.amount, { currency: payment.currency }) }
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
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
