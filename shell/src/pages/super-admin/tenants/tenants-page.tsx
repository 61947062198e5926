import { DataTable, PageFrame, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { tenants, type Tenant } from '../../../clients/tenant'
import { tenantPath } from '../paths'
import { TenantCommands } from '../tenant-commands'
import { TenantChip } from '../tenant-state'

const column = columnsOf<Tenant>()
const COLUMNS = [
  column.name('name', { link: ({ id }) => tenantPath(id) }),
  column.text('subdomain', { mono: true }),
  column.text('industry_name'),
  column.custom('is_active', { label: 'field.state', render: (tenant) => <TenantChip tenant={tenant} cell /> }),
  column.number('user_count'),
  column.number('module_count'),
  column.date('created_at'),
  column.text('owner_email', { optional: true, width: 220 }),
]
const FILTERS = [filter.yesno('is_active')]
const SPEC = { sort: ['name', 'subdomain', 'created_at'], search: ['name', 'subdomain', 'owner_email'] }

const phoneRow = (tenant: Tenant): PhoneRow => ({
  title: tenant.name,
  meta: [tenant.subdomain, tenant.industry_name].filter((part) => part !== null),
  state: <TenantChip tenant={tenant} cell />,
})

/** Every organization of the platform. */
export default function TenantsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('tenants.title')}>
      <TenantCommands />
      <DataTable name="tenant" source={tenants} spec={SPEC} columns={COLUMNS} filters={FILTERS} sort="-created_at" phoneRow={phoneRow} empty={{ icon: 'company' }} />
    </PageFrame>
  )
}
