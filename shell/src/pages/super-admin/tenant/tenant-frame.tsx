import { Avatar, DateText, ErrorState, PageFrame, SkeletonLines, Tabs, useFormat, useRecord, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { tenants, type Tenant } from '../../../clients/tenant'
import { addressOf } from '../../../page/boot'
import { useShell } from '../../../root/shell-context'
import { TENANTS_PATH, tenantModulesPath, tenantPath } from '../paths'
import { TenantCommands } from '../tenant-commands'
import { TenantChip } from '../tenant-state'
import { AssignDialog } from './assign-dialog'
import { StatusAction } from './status-action'

export type TenantTab = 'overview' | 'modules'

export interface TenantFrameProps {
  tab: TenantTab
  children: (tenant: Tenant) => ReactNode
}

/** What the parts of one organization's page stand in. */
export function TenantFrame({ tab, children }: TenantFrameProps) {
  const t = useT()
  const { id } = useParams()
  const { data: tenant, error, refetch } = useRecord(tenants, id)
  const crumbs = [{ label: t('tenants.title'), to: TENANTS_PATH.slice(1) }]
  if (!tenant) {
    return (
      <PageFrame title={t('tenant.one')} crumbs={crumbs}>
        {error ? <ErrorState title={t('tenant.oneNotLoaded')} error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={tenant.name}
      crumbs={crumbs}
      lead={<Avatar name={tenant.name} id={tenant.id} size={40} square />}
      chip={<TenantChip tenant={tenant} />}
      facts={<TenantFacts tenant={tenant} />}
      actions={<Actions tenant={tenant} />}
      tabs={<TenantTabs tenant={tenant} tab={tab} />}
    >
      <TenantCommands />
      {children(tenant)}
    </PageFrame>
  )
}

function TenantFacts({ tenant: { subdomain, industry_name, created_at } }: { tenant: Tenant }) {
  const t = useT()
  const { boot } = useShell()
  return (
    <>
      <bdi>{addressOf(subdomain, boot)}</bdi>
      {industry_name && ` · ${industry_name}`} · {t('tenant.since')} <DateText value={created_at} />
    </>
  )
}

function Actions({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const [assigning, setAssigning] = useState(false)
  return (
    <>
      <StatusAction tenant={tenant} />
      <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setAssigning(true)}>
        {t('assign.new')}
      </Button>
      <AssignDialog tenant={tenant} open={assigning} onClose={() => setAssigning(false)} />
    </>
  )
}

function TenantTabs({ tenant, tab }: { tenant: Tenant; tab: TenantTab }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const paths: Readonly<Record<TenantTab, string>> = { overview: tenantPath(tenant.id), modules: tenantModulesPath(tenant.id) }
  return (
    <Tabs
      label={tenant.name}
      value={tab}
      onChange={(next) => void navigate(paths[next as TenantTab])}
      items={[
        { id: 'overview', label: t('tenant.overview') },
        { id: 'modules', label: t('tenant.modules'), count: format.number(tenant.module_count) },
      ]}
    />
  )
}
