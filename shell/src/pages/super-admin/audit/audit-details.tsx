import { DateText, Facts, NOTHING, PanelSection, RecordName, useT } from '@innoerp/sdk/ui'
import type { AuditEntry } from '../../../clients/audit'
import { JsonBlock } from '../../parts/json-block'
import { tenantKind } from '../tenant-kind'

/** An entry of the audit log in the side panel. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const t = useT()
  const code = (text: string | null) => (text ? <code className="io-mono">{text}</code> : NOTHING)
  return (
    <>
      <PanelSection>
        <h2 className="io-mono">{entry.action}</h2>
        <Facts
          items={[
            { label: t('field.at'), value: <DateText value={entry.at} time /> },
            { label: t('field.actor_email'), value: entry.actor_email ?? code(entry.actor_id) },
            { label: t('field.tenant'), value: entry.organization_id ? <RecordName kind={tenantKind} id={entry.organization_id} /> : NOTHING },
            { label: t('field.target'), value: code(entry.target_type && `${entry.target_type} ${entry.target_id ?? ''}`) },
            { label: t('field.ip'), value: code(entry.ip) },
            { label: t('field.user_agent'), value: entry.user_agent ?? NOTHING },
            { label: t('field.request_id'), value: code(entry.request_id) },
          ]}
        />
      </PanelSection>
      {entry.data !== null && entry.data !== undefined && (
        <PanelSection title={t('audit.data')}>
          <JsonBlock value={entry.data} />
        </PanelSection>
      )}
    </>
  )
}
