import { PageFrame, WidgetSlot, useCan, useFormat, useSession, useT } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { brandLayoutOf } from '../../../root/layout/brand-layout'
import { useShell } from '../../../root/shell-context'
import { PeopleCommands } from '../users/people-commands'
import { Figures } from './figures'
import { FirstSteps } from './first-steps'
import { dayPartAt } from './greeting'
import { ModulesCard } from './modules-card'

/** Slot that modules put their widgets into; each gets a third of the page. */
const WIDGETS = 'dashboard.widgets'

/** The first page: figures of the organization, what waits in the modules, and the way to each of them. */
export default function DashboardPage() {
  const t = useT()
  const { user } = useSession()
  const { dashboard: layout } = brandLayoutOf(useShell().boot)
  const format = useFormat()
  const seesPeople = useCan(CORE_PERMISSIONS.seePeople)
  const [now] = useState(() => new Date())
  const part = dayPartAt(now, format.settings.timeZone)
  const greeting = user.first_name ? t(`greeting.${part}`, { name: user.first_name }) : format.date(now, { style: 'long' })
  return (
    <PageFrame title={t('dashboard.title')} facts={user.first_name ? `${greeting} · ${format.date(now, { style: 'long' })}` : greeting}>
      <PeopleCommands />
      <div className="io-grid pages-dashboard" data-layout={layout}>
        {seesPeople && <Figures />}
        <FirstSteps />
        <WidgetSlot name={WIDGETS} span={4} />
        <ModulesCard />
      </div>
    </PageFrame>
  )
}
