import { DateText, Facts, NOTHING, PanelSection, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import type { LogEntry } from '../../../clients/logs'
import { JsonBlock } from '../../parts/json-block'
import { LevelChip } from './level-chip'

/** A record of the log in the side panel. */
export function LogDetails({ entry }: { entry: LogEntry }) {
  const t = useT()
  const format = useFormat()
  const code = (text: string | null) => (text ? <code className="io-mono">{text}</code> : NOTHING)
  const facts: Fact[] = [
    { label: t('field.timestamp'), value: <DateText value={entry.timestamp} time /> },
    { label: t('field.level'), value: <LevelChip level={entry.level} /> },
    { label: t('field.service'), value: entry.service },
    { label: t('field.part'), value: entry.module },
    { label: t('field.request'), value: code(entry.method && `${entry.method} ${entry.path ?? ''}`) },
    { label: t('field.status_code'), value: entry.status_code ?? NOTHING },
    { label: t('field.duration_ms'), value: format.number(entry.duration_ms) },
    { label: t('field.username'), value: entry.username ?? NOTHING },
    { label: t('field.ip'), value: code(entry.client_host) },
    { label: t('field.request_id'), value: code(entry.request_id) },
    { label: t('field.organization_id'), value: code(entry.organization_id) },
  ]
  return (
    <>
      <PanelSection>
        <p className="pages-text" dir="auto">
          {entry.message || entry.action || NOTHING}
        </p>
        <Facts items={facts} />
      </PanelSection>
      {entry.error !== null && entry.error !== undefined && (
        <PanelSection title={t('log.error')}>
          <JsonBlock value={entry.error} />
        </PanelSection>
      )}
    </>
  )
}
