import { Card, DateText, EmptyState, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import type { LogEntry } from '../../../clients/logs'
import { LevelChip } from './level-chip'
import { LogFrame } from './log-frame'
import { useLiveLog } from './use-live-log'

/** The log as it is written. */
export default function LiveLogPage() {
  const t = useT()
  const [running, setRunning] = useState(true)
  const entries = useLiveLog(running)
  const Icon = running ? Pause : Play
  const actions = (
    <Button variant="outlined" startIcon={<Icon size={16} />} onClick={() => setRunning(!running)}>
      {t(running ? 'log.pause' : 'log.resume')}
    </Button>
  )
  return (
    <LogFrame tab="live" actions={actions}>
      <Card title={t('log.newest')} count={entries.length} flush>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
        {entries.length === 0 && <EmptyState icon="list" title={t('log.waiting')} text={t('log.waitingText')} />}
      </Card>
    </LogFrame>
  )
}

function Line({ entry: { timestamp, level, service, message, action } }: { entry: LogEntry }) {
  return (
    <div className="io-list-item pages-step">
      <LevelChip level={level} />
      <span className="io-col io-grow">
        <span className="pages-text" dir="auto">
          {message || action}
        </span>
        <span className="io-cap">
          {service} · <DateText value={timestamp} time />
        </span>
      </span>
    </div>
  )
}
