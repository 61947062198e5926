import { Card, EmptyState, Num, PageFrame, useFormat, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type ResponseTime } from '../../../clients/monitoring'
import { BarList } from '../../parts/bar-list'
import { Loaded } from '../../parts/loaded'
import { PlainTable, type PlainColumn } from '../../parts/plain-table'
import { useAskedApi } from '../../parts/use-asked-api'
import { TenantCommands } from '../tenant-commands'

/** Milliseconds. */
const REPEAT = 15_000
const KINDS = ['service', 'module'] as const

const COLUMNS: readonly PlainColumn<ResponseTime>[] = [
  { key: 'service', render: ({ service }) => <span className="io-strong">{service}</span> },
  { key: 'requests', figure: true, render: ({ requests }) => <Num value={requests} /> },
  { key: 'errors', figure: true, render: ({ errors }) => <Num value={errors} /> },
  { key: 'p50_ms', figure: true, render: ({ p50_ms }) => <Num value={p50_ms} digits={1} /> },
  { key: 'p95_ms', figure: true, render: ({ p95_ms }) => <Num value={p95_ms} digits={1} /> },
  { key: 'p99_ms', figure: true, render: ({ p99_ms }) => <Num value={p99_ms} digits={1} /> },
]

/** How long services and modules take to answer. */
export default function ResponseTimesPage() {
  const t = useT()
  const query = useAskedApi({ key: ['monitor', 'response-times'], ask: (api) => monitoringClient(api).responseTimes(), every: REPEAT })
  return (
    <PageFrame title={t('times.title')} facts={t('times.facts')}>
      <TenantCommands />
      <div className="io-grid">
        {KINDS.map((kind) => (
          <Card key={kind} span={6} title={t(`times.${kind}`)}>
            <Loaded query={query} failed={t('times.notLoaded')}>
              {(times) => <Times times={times.filter((one) => one.kind === kind)} />}
            </Loaded>
          </Card>
        ))}
        <Card span={12} title={t('times.all')} flush>
          <Loaded query={query} failed={t('times.notLoaded')}>
            {(times) => <PlainTable label={t('times.all')} columns={COLUMNS} rows={times} idOf={({ kind, service }) => `${kind}/${service}`} />}
          </Loaded>
        </Card>
      </div>
    </PageFrame>
  )
}

function Times({ times }: { times: readonly ResponseTime[] }) {
  const t = useT()
  const format = useFormat()
  if (times.length === 0) return <EmptyState icon="chart" title={t('times.empty')} text={t('times.emptyText')} />
  const bars = times.map(({ service, p95_ms }) => ({
    id: service,
    label: service,
    name: t('times.p95Of', { name: service }),
    value: p95_ms,
    text: t('times.ms', { figure: format.number(p95_ms, { digits: 1 }) }),
  }))
  return <BarList bars={bars} />
}
