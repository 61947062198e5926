import { Can, DataTable, DateText, Facts, NoAccess, PageFrame, PanelSection, columnsOf, filter, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { auditTrail, type AuditEntry } from '../../../clients/trail'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { PeopleCommands } from '../users/people-commands'

const column = columnsOf<AuditEntry>()
const SPEC = { sort: [], search: ['action', 'actor_email'] }
const FILTERS = [filter.text('actor'), filter.text('action'), filter.date('from'), filter.date('to')]

const targetOf = ({ target_type: type, target_id: id }: AuditEntry) => [type, id].filter(Boolean).join(' ')

function Actor({ entry }: { entry: AuditEntry }) {
  const t = useT()
  return <bdi className="io-trunc">{entry.actor_email ?? entry.actor_id ?? t('audit.system')}</bdi>
}

const COLUMNS = [
  column.date('at', { rel: true, width: 148 }),
  column.custom('actor_email', { width: 220, render: (entry) => <Actor entry={entry} /> }),
  column.text('action', { mono: true, width: 220 }),
  column.custom('target_id', { label: 'field.target', width: 260, render: (entry) => <span className="io-mono io-trunc io-t2">{targetOf(entry)}</span> }),
  column.text('ip', { mono: true, width: 130 }),
]

const phoneRow = (entry: AuditEntry): PhoneRow => ({
  title: <span className="io-mono">{entry.action}</span>,
  meta: [<Actor key="actor" entry={entry} />, <DateText key="at" value={entry.at} rel />],
})

/** Everything that was changed in the organization, newest first. */
export default function AuditPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('audit.list')}>
      <PeopleCommands />
      <Can permission={CORE_PERMISSIONS.manageOrganization} fallback={<NoAccess text={t('audit.noAccess')} />}>
        <DataTable
          name="audit"
          source={auditTrail}
          spec={SPEC}
          columns={COLUMNS}
          filters={FILTERS}
          phoneRow={phoneRow}
          panel={(entry) => <EntryPanel entry={entry} />}
          empty={{ icon: 'clock' }}
        />
      </Can>
    </PageFrame>
  )
}

function EntryPanel({ entry }: { entry: AuditEntry }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <h2 className="io-mono">{entry.action}</h2>
        <Facts
          items={[
            { label: t('field.at'), value: <DateText value={entry.at} /> },
            { label: t('field.actor_email'), value: <Actor entry={entry} /> },
            { label: t('field.target'), value: <bdi className="io-mono">{targetOf(entry) || '–'}</bdi> },
            { label: t('field.ip'), value: <bdi>{entry.ip ?? '–'}</bdi> },
            { label: t('audit.userAgent'), value: entry.user_agent ?? '–' },
            { label: t('audit.request'), value: <bdi className="io-mono">{entry.request_id ?? '–'}</bdi> },
          ]}
        />
      </PanelSection>
      {entry.data !== null && entry.data !== undefined && (
        <PanelSection title={t('audit.data')}>
          <pre className="io-mono pages-css">
            {JSON.stringify(entry.data, null, 2)}
          </pre>
        </PanelSection>
      )}
    </>
  )
}
