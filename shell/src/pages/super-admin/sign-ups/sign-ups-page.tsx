import { DataTable, PageFrame, StatusChip, columnsOf, filter, optionLabel, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { inBrowser } from '../../../clients/in-browser'
import { REQUEST_STATES, signUpRequests, type SignUpRequest } from '../../../clients/platform'
import { usePanelQuestion } from '../../parts/use-panel-question'
import { TenantCommands } from '../tenant-commands'
import { RejectDialog } from './reject-dialog'
import { SignUpDetails } from './sign-up-details'

const column = columnsOf<SignUpRequest>()
const source = inBrowser(signUpRequests, ['business_name', 'subdomain', 'owner_email', 'owner_name'])
const SPEC = { sort: ['business_name', 'created_at'], search: ['business_name', 'subdomain', 'owner_email'] }
const FILTERS = [filter.choice('status', REQUEST_STATES, { label: 'field.state', multiple: true })]

function RequestState({ status }: Pick<SignUpRequest, 'status'>) {
  const t = useT()
  return (
    <StatusChip cell state={status}>
      {optionLabel(t, 'status', status)}
    </StatusChip>
  )
}

const COLUMNS = [
  column.name('business_name', { label: 'field.name' }),
  column.text('subdomain', { mono: true }),
  column.text('owner_name', { width: 170 }),
  column.text('owner_email', { width: 220 }),
  column.custom('status', { label: 'field.state', width: 140, render: ({ status }) => <RequestState status={status} /> }),
  column.date('created_at', { label: 'field.asked_at', rel: true, width: 150 }),
  column.date('decided_at', { rel: true, width: 150 }),
]

const phoneRow = (row: SignUpRequest): PhoneRow => ({ title: row.business_name, meta: [row.subdomain, row.owner_email], state: <RequestState status={row.status} /> })

/** Who would like an organization, where sign-up needs approval. */
export default function SignUpsPage() {
  const t = useT()
  const { state, asked, ask } = usePanelQuestion<SignUpRequest>({ sort: '-created_at' })
  return (
    <PageFrame fill title={t('signUp.list')} facts={t('signUp.facts')}>
      <TenantCommands />
      <DataTable
        name="signUp"
        source={source}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        state={state}
        phoneRow={phoneRow}
        panel={(request) => <SignUpDetails request={request} onReject={() => ask(request)} />}
        empty={{ icon: 'company' }}
      />
      <RejectDialog {...asked} />
    </PageFrame>
  )
}
