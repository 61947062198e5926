import { DataTable, DateText, NOTHING, PageFrame, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { auditLog, type AuditEntry } from '../../../clients/audit'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'
import { AuditDetails } from './audit-details'
import { VerifyAudit } from './verify-audit'

const column = columnsOf<AuditEntry>()
const SPEC = { sort: [], search: ['action'] }
const FILTERS = [filter.text('actor', { label: 'field.actor_email' }), filter.text('action', { label: 'field.action' }), filter.date('from'), filter.date('to')]

const COLUMNS = [
  column.custom('at', { width: 168, render: ({ at }) => <DateText value={at} time /> }),
  column.text('actor_email', { width: 210 }),
  column.text('action', { mono: true, width: 200 }),
  column.custom('target', { width: 230, render: ({ target_type, target_id }) => (target_type ? <code className="io-mono io-trunc">{`${target_type} ${target_id ?? ''}`}</code> : NOTHING) }),
  column.record('organization_id', { of: tenantKind, label: 'field.tenant', width: 170 }),
  column.text('ip', { mono: true, width: 130 }),
]

const phoneRow = (entry: AuditEntry): PhoneRow => ({ title: entry.action, meta: [entry.actor_email ?? NOTHING, <DateText key="at" value={entry.at} rel />] })

/** Who did what to what, of all organizations. */
export default function AuditPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('audit.list')} facts={t('audit.facts')} actions={<VerifyAudit />}>
      <TenantCommands />
      <DataTable
        name="audit"
        source={auditLog}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        phoneRow={phoneRow}
        panel={(entry) => <AuditDetails entry={entry} />}
        empty={{ icon: 'shield' }}
      />
    </PageFrame>
  )
}
