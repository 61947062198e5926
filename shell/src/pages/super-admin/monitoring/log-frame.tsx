import { PageFrame, Tabs, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { LIVE_LOG_PATH, LOGS_PATH } from '../service-paths'
import { TenantCommands } from '../tenant-commands'

export interface LogFrameProps {
  tab: 'search' | 'live'
  fill?: boolean
  actions?: ReactNode
  children: ReactNode
}

/** What the pages of the log stand in: the log as it is kept, and as it comes. */
export function LogFrame({ tab, fill = false, actions, children }: LogFrameProps) {
  const t = useT()
  const navigate = useNavigate()
  const items = [
    { id: 'search', label: t('log.search') },
    { id: 'live', label: t('log.live') },
  ]
  return (
    <PageFrame
      fill={fill}
      title={t('log.list')}
      facts={t('log.facts')}
      actions={actions}
      tabs={<Tabs label={t('log.list')} value={tab} items={items} onChange={(next) => void navigate(next === 'live' ? LIVE_LOG_PATH : LOGS_PATH)} />}
    >
      <TenantCommands />
      {children}
    </PageFrame>
  )
}
