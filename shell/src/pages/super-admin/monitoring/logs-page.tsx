import { DataTable, DateText, columnsOf, filter, type PhoneRow } from '@innoerp/sdk/ui'
import { LOG_LEVELS, LOG_SERVICES, logs, type LogEntry } from '../../../clients/logs'
import { LevelChip } from './level-chip'
import { LogDetails } from './log-details'
import { LogFrame } from './log-frame'

const column = columnsOf<LogEntry>()
const SPEC = { sort: [], search: ['message'] }
const FILTERS = [filter.choice('level', LOG_LEVELS), filter.choice('service', LOG_SERVICES), filter.date('from'), filter.date('to')]

const Message = ({ entry: { message, action } }: { entry: LogEntry }) => (
  <span className="io-trunc" dir="auto" title={message}>
    {message || action}
  </span>
)

const COLUMNS = [
  column.custom('timestamp', { width: 168, render: ({ timestamp }) => <DateText value={timestamp} time /> }),
  column.custom('level', { width: 116, render: ({ level }) => <LevelChip level={level} /> }),
  column.text('service', { width: 160 }),
  column.custom('message', { width: 420, render: (entry) => <Message entry={entry} /> }),
  column.number('status_code', { width: 90 }),
  column.number('duration_ms', { digits: 1, width: 110 }),
]

const phoneRow = (entry: LogEntry): PhoneRow => ({
  title: <Message entry={entry} />,
  meta: [entry.service, <DateText key="at" value={entry.timestamp} rel />],
  state: <LevelChip level={entry.level} />,
})

/** The log of all services, searched by level, service, text and days. */
export default function LogsPage() {
  return (
    <LogFrame tab="search" fill>
      <DataTable
        name="log"
        source={logs}
        spec={SPEC}
        columns={COLUMNS}
        filters={FILTERS}
        phoneRow={phoneRow}
        panel={(entry) => <LogDetails entry={entry} />}
        empty={{ icon: 'list' }}
      />
    </LogFrame>
  )
}
