import { DateText, Num, StatusChip, optionLabel, useT } from '@innoerp/sdk/ui'
import { monitoringClient, type ServiceHealth, type Uptime } from '../../../clients/monitoring'
import { PlainTable, type PlainColumn } from '../../parts/plain-table'
import { useAskedApi } from '../../parts/use-asked-api'

interface Row extends ServiceHealth {
  uptime: Uptime | undefined
}

function Health({ status }: { status: string }) {
  const t = useT()
  return (
    <StatusChip cell state={status}>
      {optionLabel(t, 'health', status)}
    </StatusChip>
  )
}

/** What a check found, e.g. the milliseconds that it took; what is no figure and no word is left out. */
const detailsOf = (details: ServiceHealth['details']): string =>
  Object.entries(details)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ')

const COLUMNS: readonly PlainColumn<Row>[] = [
  { key: 'service', render: ({ service }) => <span className="io-strong">{service}</span> },
  { key: 'state', render: ({ status }) => <Health status={status} /> },
  { key: 'uptime', figure: true, render: ({ uptime }) => <Num kind="percent" digits={2} value={uptime && uptime.uptime_percent / 100} /> },
  { key: 'running_since', figure: true, render: ({ uptime }) => <DateText value={uptime?.started_at} rel /> },
  { key: 'details', render: ({ details }) => <span className="io-t2">{detailsOf(details)}</span> },
]

/** Each service with its state and its uptime of the last 24 hours. */
export function ServicesTable({ services }: { services: readonly ServiceHealth[] }) {
  const t = useT()
  const names = services.map(({ service }) => service)
  const { data } = useAskedApi({ key: ['monitor', 'uptime', ...names], ask: (api) => Promise.all(names.map((name) => monitoringClient(api).uptime(name))) })
  const rows = services.map((service) => ({ ...service, uptime: data?.find((one) => one.service === service.service) }))
  return <PlainTable label={t('health.services')} columns={COLUMNS} rows={rows} idOf={({ service }) => service} />
}
