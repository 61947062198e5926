import { Can, DataTable, NoAccess, PageFrame, StatusChip, columnsOf, optionLabel, useT, type PhoneRow, type Tone } from '@innoerp/sdk/ui'
import { jobs, type Job } from '../../../clients/trail'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { PeopleCommands } from '../users/people-commands'

const column = columnsOf<Job>()
const SPEC = { sort: [], search: ['module_id', 'name', 'error'] }
const TONES: Readonly<Record<Job['state'], Tone>> = { queued: 'neutral', running: 'info', succeeded: 'success', failed: 'danger' }

function JobState({ state }: Pick<Job, 'state'>) {
  const t = useT()
  return (
    <StatusChip tone={TONES[state]} cell>
      {optionLabel(t, 'state', state)}
    </StatusChip>
  )
}

const COLUMNS = [
  column.text('name', { mono: true, width: 220 }),
  column.text('module_id', { mono: true, width: 140 }),
  column.custom('state', { width: 140, render: ({ state }) => <JobState state={state} /> }),
  column.custom('attempts', { width: 100, render: ({ attempts, max_attempts: most }) => `${attempts} / ${most}` }),
  column.text('error', { width: 260 }),
  column.date('created_at', { rel: true, width: 148 }),
  column.date('finished_at', { rel: true, width: 148 }),
]

const phoneRow = (job: Job): PhoneRow => ({
  title: <span className="io-mono">{job.name}</span>,
  meta: [job.module_id, job.error ?? ''],
  state: <JobState state={job.state} />,
})

/** What the organization's modules do apart from requests. */
export default function JobsPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('job.list')}>
      <PeopleCommands />
      <Can permission={CORE_PERMISSIONS.manageOrganization} fallback={<NoAccess text={t('audit.noAccess')} />}>
        <DataTable name="job" source={jobs} spec={SPEC} columns={COLUMNS} phoneRow={phoneRow} empty={{ icon: 'clock' }} />
      </Can>
    </PageFrame>
  )
}
