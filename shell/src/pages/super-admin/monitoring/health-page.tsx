import { AppLink, Card, EmptyState, PageFrame, StatStrip, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type MonitorDashboard } from '../../../clients/monitoring'
import { CountTile } from '../../parts/count-tile'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'
import { ALERTS_PATH, LOGS_PATH } from '../service-paths'
import { TenantCommands } from '../tenant-commands'
import { LevelBars } from './level-bars'
import { ServicesTable } from './services-table'

/** Milliseconds: the services are checked anew with every question. */
const REPEAT = 15_000

/** Whether the services are well, and what waits for somebody. */
export default function HealthPage() {
  const t = useT()
  const query = useAskedApi({ key: ['monitor', 'dashboard'], ask: (api) => monitoringClient(api).dashboard(), every: REPEAT })
  const link = (href: string, label: string) => (
    <AppLink className="io-link io-dense" href={href}>
      {label}
    </AppLink>
  )
  return (
    <PageFrame title={t('health.title')} facts={t('health.facts')}>
      <TenantCommands />
      <div className="io-grid">
        <Figures data={query.data} loading={query.isPending} />
        <Card span={8} title={t('health.services')} flush actions={link(ALERTS_PATH, t('health.alerts'))}>
          <Loaded query={query} failed={t('health.notLoaded')}>
            {({ services }) => <ServicesTable services={services} />}
          </Loaded>
        </Card>
        <Card span={4} title={t('health.day')} actions={link(LOGS_PATH, t('health.logs'))}>
          <Loaded query={query} failed={t('health.notLoaded')}>
            {({ logs }) => <DayOfLog logs={logs} />}
          </Loaded>
        </Card>
      </div>
    </PageFrame>
  )
}

function Figures({ data, loading }: { data: MonitorDashboard | undefined; loading: boolean }) {
  const t = useT()
  const healthy = data?.services.filter(({ status }) => status === 'healthy').length
  const note = data && t('health.ofServices', { count: data.services.length })
  return (
    <div data-span="12">
      <StatStrip label={t('health.figures')}>
        <CountTile label={t('health.healthy')} value={healthy} loading={loading} note={note} />
        <CountTile label={t('health.openAlerts')} value={data?.open_alerts} loading={loading} />
        <CountTile label={t('health.failedMails')} value={data?.failed_mails} loading={loading} />
        <CountTile label={t('health.failedJobs')} value={data?.failed_jobs} loading={loading} />
      </StatStrip>
    </div>
  )
}

/** The levels of a day's records; the log may be away while all else is there. */
function DayOfLog({ logs }: Pick<MonitorDashboard, 'logs'>) {
  const t = useT()
  if (logs === null) return <EmptyState icon="list" title={t('log.notSearched')} text={t('log.notSearchedText')} />
  return logs.total === 0 ? <EmptyState icon="list" title={t('log.empty')} /> : <LevelBars levels={logs.by_level} />
}
