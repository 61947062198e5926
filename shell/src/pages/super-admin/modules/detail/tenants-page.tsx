import { DataTable, StatusChip, columnsOf, optionLabel, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { Gauge, Pin } from 'lucide-react'
import { useMemo } from 'react'
import { inBrowser } from '../../../../clients/in-browser'
import type { RegisteredModule } from '../../../../clients/modules'
import { useAsked } from '../../../parts/use-asked'
import type { AssignmentRow } from '../../assignment/assignment'
import { PinDialog } from '../../assignment/pin-dialog'
import { QuotaDialog } from '../../assignment/quota-dialog'
import { QuotaMeter } from '../../assignment/quota-meter'
import { tenantModulesPath } from '../../paths'
import { ModuleFrame } from './module-frame'
import { tenantsWithUsage, type TenantUse } from './tenant-use'

/** Who has a module, in which version, and what they use of it. */
export default function TenantsPage() {
  return (
    <ModuleFrame tab="tenants" fill>
      {(module) => <TenantsTable key={module.id} module={module} />}
    </ModuleFrame>
  )
}

const column = columnsOf<TenantUse>()
const SPEC = { sort: ['name', 'range', 'resolved_version', 'requests', 'errors', 'p99_ms', 'used_mb'], search: ['name', 'subdomain'] }

const rowOf = (tenant: TenantUse, { id, module_name }: RegisteredModule): AssignmentRow => ({
  ...tenant,
  organizationId: tenant.organization_id,
  organizationName: tenant.name,
  moduleId: id,
  moduleName: module_name,
})

function EnabledChip({ tenant }: { tenant: TenantUse }) {
  const t = useT()
  const state = tenant.is_enabled ? 'on' : 'off'
  return (
    <StatusChip cell state={tenant.is_enabled ? 'active' : 'disabled'}>
      {optionLabel(t, 'enabled', state)}
    </StatusChip>
  )
}

const phoneRow = (tenant: TenantUse): PhoneRow => ({
  title: tenant.name,
  meta: [tenant.resolved_version ?? '–', tenant.range],
  state: <EnabledChip tenant={tenant} />,
})

const FIGURES = [
  column.name('name', { link: ({ organization_id }) => tenantModulesPath(organization_id) }),
  column.text('range', { mono: true, width: 128 }),
  column.text('resolved_version', { width: 120 }),
  column.custom('is_enabled', { label: 'field.state', width: 124, render: (tenant) => <EnabledChip tenant={tenant} /> }),
  column.number('requests'),
  column.number('errors', { width: 88 }),
  column.number('p99_ms', { width: 100 }),
  column.custom('used_mb', { label: 'field.used_mb', width: 168, render: ({ used_mb, storage_mb }) => <QuotaMeter used={used_mb} limit={storage_mb} /> }),
]

function TenantsTable({ module }: { module: RegisteredModule }) {
  const t = useT()
  const pin = useAsked<AssignmentRow>()
  const quota = useAsked<AssignmentRow>()
  const { ask: askPin } = pin
  const { ask: askQuota } = quota
  const source = useMemo(() => inBrowser(tenantsWithUsage(module.id), ['name', 'subdomain']), [module.id])
  const columns = useMemo(
    () => [
      ...FIGURES,
      column.actions([
        { id: 'pin', label: t('pin.action'), icon: <Pin size={15} aria-hidden />, run: (tenant) => askPin(rowOf(tenant, module)) },
        { id: 'quota', label: t('quota.action'), icon: <Gauge size={15} aria-hidden />, run: (tenant) => askQuota(rowOf(tenant, module)) },
      ]),
    ],
    [t, module, askPin, askQuota],
  )
  return (
    <>
      <DataTable name="moduleTenant" source={source} spec={SPEC} columns={columns} sort="name" phoneRow={phoneRow} empty={{ icon: 'company' }} />
      <PinDialog row={pin.subject} open={pin.open} onClose={pin.close} />
      <QuotaDialog row={quota.subject} open={quota.open} onClose={quota.close} />
    </>
  )
}
