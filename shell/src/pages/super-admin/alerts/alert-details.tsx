import { BusyButton, DateText, Facts, KIT, NOTHING, Note, Num, PanelSection, RecordName, errorText, keys, useHost, useT, useToast } from '@innoerp/sdk/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { alerts, monitoringClient, type Alert } from '../../../clients/monitoring'
import { tenantKind } from '../tenant-kind'
import { Severity } from './severity'

/** An alert beside the list; whoever looks after it says so. */
export function AlertDetails({ alert }: { alert: Alert }) {
  const t = useT()
  const kit = useT(KIT)
  const { acknowledge, isPending, error } = useAcknowledge(alert)
  return (
    <>
      <PanelSection>
        <h2 className="pages-text" dir="auto">
          {alert.message}
        </h2>
        <Facts
          items={[
            { label: t('field.severity'), value: <Severity severity={alert.severity} /> },
            { label: t('field.alert_kind'), value: <code className="io-mono">{alert.kind}</code> },
            { label: t('field.about'), value: alert.subject },
            { label: t('field.tenant'), value: alert.organization_id ? <RecordName kind={tenantKind} id={alert.organization_id} /> : NOTHING },
            { label: t('field.times'), value: <Num value={alert.count} /> },
            { label: t('field.first_at'), value: <DateText value={alert.first_at} time /> },
            { label: t('field.last_at'), value: <DateText value={alert.last_at} time /> },
            { label: t('field.acknowledged_at'), value: <DateText value={alert.acknowledged_at} time /> },
          ]}
        />
      </PanelSection>
      {alert.acknowledged_at === null && (
        <PanelSection>
          <div className="io-col io-gap-12">
            <span className="io-cap">{t('alert.acknowledgeText')}</span>
            {error && <Note tone="danger">{errorText(kit, error)}</Note>}
            <BusyButton variant="outlined" busy={isPending} onClick={acknowledge}>
              {t('alert.acknowledge')}
            </BusyButton>
          </div>
        </PanelSection>
      )}
    </>
  )
}

function useAcknowledge({ id }: Alert) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => monitoringClient(api).acknowledge(id),
    onSuccess: async () => {
      await Promise.all([keys.all(alerts.path), ['monitor', 'dashboard']].map((queryKey) => queries.invalidateQueries({ queryKey })))
      toast(t('alert.acknowledged'))
    },
  })
  return { acknowledge: () => mutate(), isPending, error }
}
