import { Card, Num, useFormat, useT } from '@innoerp/sdk/ui'
import { tenantStats, type TenantStats } from '../../../clients/tenant-stats'
import { BarList } from '../../parts/bar-list'
import { Loaded } from '../../parts/loaded'
import { useAskedApi } from '../../parts/use-asked-api'

const SUBSCRIPTIONS = ['active', 'trial', 'expired'] as const

/** Who came in each month, and what the organizations pay for. */
export function StatsCards() {
  const t = useT()
  const query = useAskedApi({ key: ['tenant-stats'], ask: tenantStats })
  return (
    <>
      <Card span={8} title={t('dashboard.signUps')}>
        <Loaded query={query} failed={t('dashboard.statsNotLoaded')}>
          {({ by_month }) => <Months months={by_month} />}
        </Loaded>
      </Card>
      <Card span={4} title={t('dashboard.subscriptions')}>
        <Loaded query={query} failed={t('dashboard.statsNotLoaded')}>
          {(stats) => <Subscriptions stats={stats} />}
        </Loaded>
      </Card>
    </>
  )
}

function Months({ months }: { months: TenantStats['by_month'] }) {
  const format = useFormat()
  const bars = months.map(({ month, signups }) => {
    const name = new Intl.DateTimeFormat(format.settings.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
    return { id: month, label: name, name, value: signups, text: <Num value={signups} /> }
  })
  return <BarList bars={bars} />
}

function Subscriptions({ stats }: { stats: TenantStats }) {
  const t = useT()
  const bars = SUBSCRIPTIONS.map((state) => {
    const value = stats[`subscriptions_${state}`]
    const name = t(`dashboard.subscription.${state}`)
    return { id: state, label: name, name, value, text: <Num value={value} /> }
  })
  return <BarList bars={bars} />
}
