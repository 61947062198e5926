import { PageFrame, Tabs, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { PACKAGES_PATH, PACKAGE_TOKENS_PATH } from '../paths'
import { TenantCommands } from '../tenant-commands'

export interface PackagesFrameProps {
  tab: 'packages' | 'tokens'
  fill?: boolean
  actions?: ReactNode
  children: ReactNode
}

/** What the registry's pages stand in: its packages, and who may publish. */
export function PackagesFrame({ tab, fill = false, actions, children }: PackagesFrameProps) {
  const t = useT()
  const navigate = useNavigate()
  const items = [
    { id: 'packages', label: t('package.list') },
    { id: 'tokens', label: t('token.list') },
  ]
  return (
    <PageFrame
      fill={fill}
      title={t('package.list')}
      facts={t('package.facts')}
      actions={actions}
      tabs={<Tabs label={t('package.list')} value={tab} items={items} onChange={(next) => void navigate(next === 'tokens' ? PACKAGE_TOKENS_PATH : PACKAGES_PATH)} />}
    >
      <TenantCommands />
      {children}
    </PageFrame>
  )
}
