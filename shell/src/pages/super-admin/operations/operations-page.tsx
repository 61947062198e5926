import { DataTable, PageFrame, columnsOf, filter, optionLabel, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { inBrowser } from '../../../clients/in-browser'
import { OPERATION_STATES, operations, type Operation } from '../../../clients/operations'
import { OperationChip } from '../lifecycle/operation-card'
import { operationPath } from '../paths'
import { TenantCommands } from '../tenant-commands'

const column = columnsOf<Operation>()
const KINDS = ['install', 'activate', 'deactivate', 'remove', 'export', 'uninstall', 'restore', 'purge', 'export_organization']
const source = inBrowser(operations, ['module_id', 'kind'])
const SPEC = { sort: ['kind', 'module_id', 'created_at', 'finished_at'], search: ['module_id', 'kind'] }
const FILTERS = [filter.choice('state', OPERATION_STATES, { label: 'field.state', multiple: true }), filter.choice('kind', KINDS, { multiple: true })]

function KindCell({ kind }: { kind: string }) {
  const t = useT()
  return <span className="io-strong">{optionLabel(t, 'kind', kind)}</span>
}

const COLUMNS = [
  column.custom('kind', { label: 'field.kind', width: 176, link: ({ id }) => operationPath(id), render: ({ kind }) => <KindCell kind={kind} /> }),
  column.text('module_id', { mono: true, label: 'field.module', width: 176 }),
  column.custom('state', { label: 'field.state', width: 140, render: ({ state }) => <OperationChip state={state} cell /> }),
  column.custom('error', { label: 'field.reason', width: 280, render: ({ error }) => <span className="io-trunc io-t2" title={error?.message}>{error?.message ?? ''}</span> }),
  column.date('created_at', { label: 'field.began', rel: true, width: 156 }),
  column.date('finished_at', { label: 'field.ended', rel: true, width: 156 }),
]

const phoneRow = (operation: Operation): PhoneRow => ({
  title: <KindCell kind={operation.kind} />,
  meta: [operation.module_id ?? ''],
  state: <OperationChip state={operation.state} cell />,
})

/** Everything that was done to modules, and what is being done. */
export default function OperationsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('operation.list')}>
      <TenantCommands />
      <DataTable name="operation" source={source} spec={SPEC} columns={COLUMNS} filters={FILTERS} sort="-created_at" phoneRow={phoneRow} empty={{ icon: 'clock' }} />
    </PageFrame>
  )
}
