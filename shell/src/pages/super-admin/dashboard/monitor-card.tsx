import { AppLink, Card, Facts, Num, StatusChip, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type MonitorDashboard } from '../../../clients/monitoring'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'
import { HEALTH_PATH } from '../service-paths'

/** Whether the services are well, and what waits for somebody. */
export function MonitorCard() {
  const t = useT()
  const query = useAskedApi({ key: ['monitor', 'dashboard'], ask: (api) => monitoringClient(api).dashboard() })
  const link = (
    <AppLink className="io-link io-dense" href={HEALTH_PATH}>
      {t('health.title')}
    </AppLink>
  )
  return (
    <Card span={12} title={t('dashboard.monitoring')} actions={link}>
      <Loaded query={query} failed={t('health.notLoaded')}>
        {(figures) => <Figures figures={figures} />}
      </Loaded>
    </Card>
  )
}

function Figures({ figures: { services, logs, open_alerts, failed_mails, failed_jobs } }: { figures: MonitorDashboard }) {
  const t = useT()
  const sick = services.filter(({ status }) => status !== 'healthy').length
  const errors = logs && (logs.by_level.ERROR ?? 0) + (logs.by_level.CRITICAL ?? 0)
  return (
    <Facts
      items={[
        { label: t('health.services'), value: <StatusChip tone={sick === 0 ? 'success' : 'danger'}>{sick === 0 ? t('health.allWell') : t('health.sick', { count: sick })}</StatusChip> },
        { label: t('health.openAlerts'), value: <Num value={open_alerts} /> },
        { label: t('health.errors'), value: errors === null ? '–' : <Num value={errors} /> },
        { label: t('health.failedMails'), value: <Num value={failed_mails} /> },
        { label: t('health.failedJobs'), value: <Num value={failed_jobs} /> },
      ]}
    />
  )
}
