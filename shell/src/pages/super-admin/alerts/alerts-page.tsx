import { DataTable, PageFrame, columnsOf, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { alerts, type Alert } from '../../../clients/monitoring'
import { TenantCommands } from '../tenant-commands'
import { AlertDetails } from './alert-details'
import { Severity } from './severity'

const column = columnsOf<Alert>()
const SPEC = { sort: [], search: ['message'] }

const COLUMNS = [
  column.custom('severity', { width: 120, render: ({ severity }) => <Severity severity={severity} /> }),
  column.text('message', { width: 380 }),
  column.text('kind', { label: 'field.alert_kind', mono: true, width: 170 }),
  column.text('subject', { label: 'field.about', width: 180 }),
  column.number('count', { label: 'field.times', width: 90 }),
  column.date('last_at', { rel: true, width: 150 }),
  column.date('acknowledged_at', { rel: true, width: 150 }),
]

const phoneRow = (alert: Alert): PhoneRow => ({ title: alert.message, meta: [alert.kind, alert.subject], state: <Severity severity={alert.severity} /> })

/** What looks suspicious, or goes wrong too often. */
export default function AlertsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('alert.list')} facts={t('alert.facts')}>
      <TenantCommands />
      <DataTable name="alert" source={alerts} spec={SPEC} columns={COLUMNS} phoneRow={phoneRow} panel={(alert) => <AlertDetails alert={alert} />} empty={{ icon: 'shield' }} />
    </PageFrame>
  )
}
