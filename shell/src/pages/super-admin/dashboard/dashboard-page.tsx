import { PageFrame, useFormat, useT } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { SignUpsCard } from '../analytics/sign-ups-card'
import { SubscriptionsCard } from '../analytics/subscriptions-card'
import { TenantCommands } from '../tenant-commands'
import { Figures } from './figures'
import { ModulesCard } from './modules-card'
import { MonitorCard } from './monitor-card'
import { NewestCard } from './newest-card'

/** The platform at a glance: how many work on it, who came last, and whether its modules are in order. */
export default function DashboardPage() {
  const t = useT()
  const format = useFormat()
  const [now] = useState(() => new Date())
  return (
    <PageFrame title={t('dashboard.title')} facts={format.date(now, { style: 'long' })}>
      <TenantCommands />
      <div className="io-grid">
        <Figures />
        <NewestCard />
        <ModulesCard />
        <SignUpsCard span={8} />
        <SubscriptionsCard span={4} />
        <MonitorCard />
      </div>
    </PageFrame>
  )
}
