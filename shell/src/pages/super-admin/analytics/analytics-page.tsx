import { PageFrame, StatStrip, useFormat, useT } from '@innoerp/sdk/ui'
import { tenantStats } from '../../../clients/tenant-stats'
import { CountTile } from '../../parts/count-tile'
import { useAskedApi } from '../../parts/use-asked-api'
import { TENANTS_PATH } from '../paths'
import { TenantCommands } from '../tenant-commands'
import { IndustriesCard } from './industries-card'
import { SignUpsCard } from './sign-ups-card'
import { SubscriptionsCard } from './subscriptions-card'

/** Who comes, who stays, and who only tried. */
export default function AnalyticsPage() {
  const t = useT()
  return (
    <PageFrame title={t('analytics.title')} facts={t('analytics.facts')} crumbs={[{ label: t('tenants.title'), to: TENANTS_PATH.slice(1) }]}>
      <TenantCommands />
      <div className="io-grid">
        <Figures />
        <SignUpsCard span={12} />
        <IndustriesCard />
        <SubscriptionsCard span={4} />
      </div>
    </PageFrame>
  )
}

function Figures() {
  const t = useT()
  const format = useFormat()
  const { data, isPending } = useAskedApi({ key: ['tenant-stats', 'month'], ask: (api) => tenantStats(api, 'month') })
  const share = (part: number | undefined) => (data && part !== undefined && data.total_tenants > 0 ? t('analytics.share', { share: format.percent(part / data.total_tenants) }) : undefined)
  return (
    <div data-span="12">
      <StatStrip label={t('dashboard.figures')}>
        <CountTile label={t('figure.tenants')} value={data?.total_tenants} loading={isPending} />
        <CountTile label={t('figure.active')} value={data?.active_tenants} loading={isPending} note={share(data?.active_tenants)} />
        <CountTile label={t('figure.trial')} value={data?.trial_tenants} loading={isPending} note={share(data?.trial_tenants)} />
        <CountTile label={t('analytics.expired')} value={data?.expired_tenants} loading={isPending} note={share(data?.expired_tenants)} />
      </StatStrip>
    </div>
  )
}
