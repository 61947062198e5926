import { DataTable, Num, PageFrame, StatusChip, columnsOf, optionLabel, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { jobs, type Job } from '../../../clients/monitoring'
import { TenantCommands } from '../tenant-commands'
import { tenantKind } from '../tenant-kind'

const column = columnsOf<Job>()
const SPEC = { sort: [], search: ['name'] }

function JobState({ state }: { state: Job['state'] }) {
  const t = useT()
  return (
    <StatusChip cell state={state === 'queued' ? 'waiting' : state}>
      {optionLabel(t, 'jobState', state)}
    </StatusChip>
  )
}

const COLUMNS = [
  column.text('name', { label: 'field.job', width: 200 }),
  column.custom('state', { width: 130, render: ({ state }) => <JobState state={state} /> }),
  column.text('module_id', { mono: true, label: 'field.module', width: 130 }),
  column.record('organization_id', { of: tenantKind, label: 'field.tenant', width: 170 }),
  column.custom('attempts', { figure: true, width: 110, render: ({ attempts }) => <Num value={attempts} /> }),
  column.text('error', { label: 'field.reason', width: 160 }),
  column.date('created_at', { rel: true, width: 150 }),
  column.date('finished_at', { label: 'field.ended', rel: true, width: 150 }),
]

const phoneRow = (job: Job): PhoneRow => ({ title: job.name, meta: [job.module_id], state: <JobState state={job.state} /> })

/** Work that goes on apart from requests, of all organizations. */
export default function JobsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('job.list')} facts={t('job.facts')}>
      <TenantCommands />
      <DataTable name="job" source={jobs} spec={SPEC} columns={COLUMNS} phoneRow={phoneRow} empty={{ icon: 'clock' }} />
    </PageFrame>
  )
}
