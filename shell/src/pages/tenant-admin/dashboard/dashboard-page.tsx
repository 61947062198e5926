import { PageFrame, useCan, useFormat, useSession, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { brandLayoutOf } from '../../../root/layout/brand-layout'
import { useShell } from '../../../root/shell-context'
import { PeopleCommands } from '../users/people-commands'
import { ArrangedWidgets } from './arrange/arranged-widgets'
import { Figures } from './figures'
import { FirstSteps } from './first-steps'
import { dayPartAt } from './greeting'

/** The first page: figures of the organization, and what waits in the modules as each person arranges it. */
export default function DashboardPage() {
  const t = useT()
  const { user } = useSession()
  const { dashboard: layout } = brandLayoutOf(useShell().boot)
  const format = useFormat()
  const seesPeople = useCan(CORE_PERMISSIONS.seePeople)
  const [now] = useState(() => new Date())
  const [arranging, setArranging] = useState(false)
  const part = dayPartAt(now, format.settings.timeZone)
  const greeting = user.first_name ? t(`greeting.${part}`, { name: user.first_name }) : format.date(now, { style: 'long' })
  const arrange = (
    <Button variant="outlined" onClick={() => setArranging(!arranging)}>
      {t(arranging ? 'arrange.done' : 'arrange.action')}
    </Button>
  )
  return (
    <PageFrame title={t('dashboard.title')} facts={user.first_name ? `${greeting} · ${format.date(now, { style: 'long' })}` : greeting} actions={arrange}>
      <PeopleCommands />
      <div className="io-grid pages-dashboard" data-layout={layout}>
        {seesPeople && <Figures />}
        <FirstSteps />
        <ArrangedWidgets arranging={arranging} />
      </div>
    </PageFrame>
  )
}
