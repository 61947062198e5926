import { Card, Facts, Num, optionLabel, useFormat, useT } from '@innoerp/sdk/ui'
import type { Plan } from '../../../../clients/billing'
import type { Tenant } from '../../../../clients/tenant'
import type { TenantUsage } from '../../../../clients/tenant-usage'
import { LimitMeter } from '../../../parts/limit-meter'
import { Loaded } from '../../../parts/loaded'
import { useMegabytes } from '../../../parts/use-megabytes'
import { sorted, useSubscriptions } from '../subscription/use-subscriptions'
import { useTenantUsage } from './use-tenant-usage'

/** What is used beside what the plan allows, and everything that the modules count. */
export function LimitsCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const usage = useTenantUsage(tenant.id)
  const subscriptions = useSubscriptions(tenant.id)
  const plan = subscriptions.data && (sorted(subscriptions.data.items).current?.plan ?? null)
  const query = {
    data: usage.data && plan !== undefined ? { usage: usage.data, plan } : undefined,
    error: usage.error ?? subscriptions.error,
    refetch: () => Promise.all([usage.refetch(), subscriptions.refetch()]),
  }
  return (
    <Card span={4} title={t('tenantUsage.limits')}>
      <Loaded query={query} failed={t('usage.notLoaded')}>
        {(data) => <Limits {...data} />}
      </Loaded>
    </Card>
  )
}

function Limits({ usage, plan }: { usage: TenantUsage; plan: Plan | null }) {
  const t = useT()
  const format = useFormat()
  const size = useMegabytes()
  const meters = [
    { id: 'users', value: usage.total_users, limit: plan?.max_users, write: format.number },
    { id: 'projects', value: usage.total_projects, limit: plan?.max_projects, write: format.number },
    { id: 'storage', value: usage.storage_used_mb, limit: plan?.limits.storage_mb, write: size },
  ]
  const counts = Object.entries(usage.counts)
  return (
    <div className="io-col io-gap-16 io-dense">
      <span className="io-cap">{plan ? t('tenantUsage.plan', { plan: plan.name }) : t('tenantUsage.noPlan')}</span>
      {meters.map(({ id, value, limit, write }) => (
        <LimitMeter
          key={id}
          label={t(`tenantUsage.${id}`)}
          value={value}
          limit={limit}
          text={limit ? t('quota.of', { used: write(value), limit: write(limit) }) : t('tenantUsage.unlimited', { used: write(value) })}
        />
      ))}
      {counts.length > 0 && (
        <div>
          <h3 className="pages-subhead">{t('tenantUsage.counted')}</h3>
          <Facts items={counts.map(([what, count]) => ({ label: optionLabel(t, 'counted', what), value: <Num value={count} /> }))} />
        </div>
      )}
    </div>
  )
}
