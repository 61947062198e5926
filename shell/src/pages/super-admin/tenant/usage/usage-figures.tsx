import { DateText, NOTHING, Skeleton, StatStrip, StatTile, useT } from '@innoerp/sdk/ui'
import type { Tenant } from '../../../../clients/tenant'
import { CountTile } from '../../../parts/count-tile'
import { useTenantUsage } from './use-tenant-usage'

/** Who works, how much, and when somebody did last. */
export function UsageFigures({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const { data, isPending } = useTenantUsage(tenant.id)
  const lastActive = data?.last_active
  return (
    <div data-span="12">
      <StatStrip label={t('tenantUsage.figures')}>
        <CountTile label={t('tenantUsage.users')} value={data?.total_users} loading={isPending} note={data && t('tenantUsage.activeUsers', { count: data.active_users })} />
        <CountTile label={t('tenantUsage.projects')} value={data?.total_projects} loading={isPending} />
        <CountTile label={t('tenantUsage.calls')} value={data?.api_calls_this_month} loading={isPending} note={t('tenantUsage.thisMonth')} />
        <StatTile label={t('tenantUsage.lastActive')} value={isPending ? <Skeleton width={40} height={20} /> : lastActive ? <DateText value={lastActive} rel /> : NOTHING} note={!isPending && !lastActive && t('tenantUsage.never')} />
      </StatStrip>
    </div>
  )
}
