import { DateText, ErrorState, Facts, Money, PanelSection, RecordName, SkeletonLines, useRecord, useT } from '@innoerp/sdk/ui'
import { minorUnits } from '../../shared/amount.js'
import type { Entry } from '../../shared/entry.js'
import { documents } from '../finance-api.js'
import { journalName } from '../kinds.js'
import { EntryChip } from './entry-chip.js'
import { EntryMenu } from './entry-menu.js'
import { LineList } from './line-list.js'

/** An entry beside the list of entries: what it says and its lines. */
export function EntryPanel({ entry, onDeleted }: { entry: Entry; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <div className="io-col io-gap-4">
          <div className="io-row">
            <span className="io-grow">
              <EntryChip entry={entry} />
            </span>
            {entry.state === 'draft' && <EntryMenu small entry={entry} onDeleted={onDeleted} />}
          </div>
          <h2>
            <bdi>{entry.description ?? entry.reference ?? entry.number ?? t('entry.untitled')}</bdi>
          </h2>
          <Money className="io-strong" value={entry.total_debit} currency={entry.currency} digits={minorUnits(entry.currency)} />
        </div>
      </PanelSection>
      <PanelSection>
        <Facts
          items={[
            { label: t('field.number'), value: <span className="io-id">{entry.number ?? t('entry.numberLater')}</span> },
            { label: t('field.date'), value: <DateText value={entry.date} /> },
            { label: t('field.journal_id'), value: <RecordName kind={journalName} id={entry.journal_id} /> },
            ...(entry.reference ? [{ label: t('field.reference'), value: <bdi>{entry.reference}</bdi> }] : []),
          ]}
        />
      </PanelSection>
      <PanelSection title={t('entry.lines')}>
        <PanelLines id={entry.id} />
      </PanelSection>
    </>
  )
}

function PanelLines({ id }: { id: string }) {
  const t = useT()
  const { data, error, refetch } = useRecord(documents, id)
  if (error) return <ErrorState error={error} title={t('entry.oneNotLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={2} />
  return <LineList entry={data} />
}
