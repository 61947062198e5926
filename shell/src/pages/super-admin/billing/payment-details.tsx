import { DateText, Facts, Money, PanelSection, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { nextStatesOf, type Payment, type PaymentState } from '../../../clients/billing'
import { MoneyState } from './money-state'

/** A payment beside the list; what became of it is noted here. */
export function PaymentDetails({ payment, onRecord }: { payment: Payment; onRecord(status: PaymentState): void }) {
  const t = useT()
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
              <Button key={status} variant="outlined" onClick={() => onRecord(status)}>
                {t(`payment.verb.${status}`)}
              </Button>
            ))}
          </div>
        </PanelSection>
      )}
    </>
  )
}
