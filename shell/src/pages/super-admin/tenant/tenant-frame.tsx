import { Avatar, DateText, ErrorState, PageFrame, SkeletonLines, Tabs, useFormat, useRecord, useT } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { exportPath, tenants, type Tenant } from '../../../clients/tenant'
import { addressOf } from '../../../page/boot'
import { useShell } from '../../../root/shell-context'
import { ExportCard } from '../lifecycle/export-card'
import { TENANTS_PATH, TENANT_TABS, tenantPath, type TenantTab } from '../paths'
import { TenantCommands } from '../tenant-commands'
import { TenantChip } from '../tenant-state'
import { DeletedNote } from './actions/deleted-note'
import { TenantActions } from './actions/tenant-actions'

export interface TenantFrameProps {
  tab: TenantTab
  /** Content to the edges: a table. */
  fill?: boolean
  children: (tenant: Tenant) => ReactNode
}

/** What the parts of one organization's page stand in. */
export function TenantFrame({ tab, fill = false, children }: TenantFrameProps) {
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
      fill={fill}
      title={tenant.name}
      crumbs={crumbs}
      lead={<Avatar name={tenant.name} id={tenant.id} size={40} square />}
      chip={<TenantChip tenant={tenant} />}
      facts={<TenantFacts tenant={tenant} />}
      actions={tenant.deleted_at === null && <TenantActions tenant={tenant} />}
      tabs={<TenantTabs tenant={tenant} tab={tab} />}
    >
      <TenantCommands />
      <DeletedNote tenant={tenant} />
      <ExportCard pathOf={(operation) => exportPath(tenant.id, operation)} fileName={`${tenant.subdomain}.ndjson.gz`} />
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

function TenantTabs({ tenant, tab }: { tenant: Tenant; tab: TenantTab }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const counts: Partial<Record<TenantTab, string>> = { users: format.number(tenant.user_count), modules: format.number(tenant.module_count) }
  return (
    <Tabs
      label={tenant.name}
      value={tab}
      onChange={(next) => void navigate(tenantPath(tenant.id, next as TenantTab))}
      items={TENANT_TABS.map((id) => ({ id, label: t(`tenant.${id}`), count: counts[id] }))}
    />
  )
}
