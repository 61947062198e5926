import { DataTable, PageFrame, columnsOf, filter, recordKind, useT, type AnyRecord, type PhoneRow, type RecordKind } from '@innoerp/sdk/ui'
import { Blocks } from 'lucide-react'
import { useMemo } from 'react'
import { industries } from '../../../clients/industries'
import { tenants, type Tenant } from '../../../clients/tenant'
import { useAsked } from '../../parts/use-asked'
import { tenantPath } from '../paths'
import { TenantCommands } from '../tenant-commands'
import { TenantChip } from '../tenant-state'
import { BulkAssignDialog } from './bulk-assign-dialog'

const column = columnsOf<Tenant>()
const COLUMNS = [
  column.name('name', { link: ({ id }) => tenantPath(id) }),
  column.text('subdomain', { mono: true }),
  column.text('industry_name'),
  column.text('plan_name', { label: 'field.plan', width: 130 }),
  column.custom('is_active', { label: 'field.state', render: (tenant) => <TenantChip tenant={tenant} cell /> }),
  column.number('user_count', { width: 92 }),
  column.number('module_count', { width: 92 }),
  column.date('created_at'),
  column.text('owner_email', { optional: true, width: 220 }),
]
const industryKind = recordKind({ source: industries, title: ({ industry_name }) => industry_name }) as unknown as RecordKind<AnyRecord>
const FILTERS = [filter.yesno('is_active'), filter.record('industry_code', industryKind, { label: 'field.industry_name' })]
const SPEC = { sort: ['name', 'subdomain', 'created_at'], search: ['name', 'subdomain', 'owner_email'] }

const phoneRow = (tenant: Tenant): PhoneRow => ({
  title: tenant.name,
  meta: [tenant.subdomain, tenant.industry_name, tenant.plan_name].filter((part) => part !== null),
  state: <TenantChip tenant={tenant} cell />,
})

/** Every organization of the platform. */
export default function TenantsPage() {
  const t = useT()
  const assigning = useAsked<readonly Tenant[]>()
  const { ask } = assigning
  const bulk = useMemo(() => [{ id: 'assign', label: t('bulkAssign.action'), icon: <Blocks size={15} aria-hidden />, run: ask }], [t, ask])
  return (
    <PageFrame fill title={t('tenants.title')}>
      <TenantCommands />
      <DataTable name="tenant" source={tenants} spec={SPEC} columns={COLUMNS} filters={FILTERS} bulk={bulk} sort="-created_at" phoneRow={phoneRow} empty={{ icon: 'company' }} />
      <BulkAssignDialog {...assigning} />
    </PageFrame>
  )
}
