import { DataTable, Num, PageFrame, columnsOf, filter, recordKind, useAll, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import { inBrowser } from '../../../clients/in-browser'
import { registeredModules } from '../../../clients/modules'
import { tenants } from '../../../clients/tenant'
import { namedUsage, type NamedUsage } from '../../../clients/usage'
import { QuotaMeter } from '../assignment/quota-meter'
import { tenantModulesPath } from '../paths'
import { TenantCommands } from '../tenant-commands'

const column = columnsOf<NamedUsage>()
const source = inBrowser(namedUsage, ['organization_name', 'module_id'])
const tenantKind = recordKind({ source: tenants, title: ({ name }) => name, second: ({ subdomain }) => subdomain, avatar: 'square' })
const SPEC = {
  sort: ['organization_name', 'module_id', 'requests', 'errors', 'p50_ms', 'p99_ms', 'jobs', 'storage_mb'],
  search: ['organization_name', 'module_id'],
}
const WHOLE = { digits: 0 }

const COLUMNS = [
  column.name('organization_name', { label: 'field.tenant', avatar: null, link: ({ organization_id }) => tenantModulesPath(organization_id) }),
  column.text('module_id', { label: 'field.module', mono: true, width: 150 }),
  column.number('requests', WHOLE),
  column.number('errors', WHOLE),
  column.number('p50_ms', { digits: 1 }),
  column.number('p99_ms', { digits: 1 }),
  column.number('jobs', WHOLE),
  column.custom('storage_mb', { label: 'field.used_mb', width: 190, render: ({ storage_mb, storage_limit_mb }) => <QuotaMeter used={storage_mb} limit={storage_limit_mb} /> }),
]

const phoneRow = (row: NamedUsage): PhoneRow => ({
  title: row.organization_name,
  meta: [row.module_id, <Num key="p99" value={row.p99_ms} digits={0} />],
  figure: <Num value={row.requests} />,
})

/** What each organization uses of each module. */
export default function UsagePage() {
  const t = useT()
  const modules = useAll(registeredModules).data
  const filters = useMemo(() => {
    const ids = modules?.filter(({ core }) => !core).map(({ id }) => id) ?? []
    return [filter.record('organization_id', tenantKind as never, { label: 'field.tenant' }), filter.choice('module_id', ids, { label: 'field.module', multiple: true })]
  }, [modules])
  return (
    <PageFrame fill title={t('usage.list')} facts={t('usage.facts')}>
      <TenantCommands />
      <DataTable name="usage" source={source} spec={SPEC} columns={COLUMNS} filters={filters} sort="-requests" phoneRow={phoneRow} empty={{ icon: 'chart' }} />
    </PageFrame>
  )
}
