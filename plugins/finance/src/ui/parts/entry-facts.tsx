import { Link } from 'react-router'
import { DateText, Facts, NOTHING, PanelSection, PersonName, recordKind, RecordName, useT, type Fact } from '@innoerp/sdk/ui'
import type { Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { journalName } from '../kinds.js'

const entryKind = recordKind<Entry>({ source: entries, title: ({ number }) => number ?? '' })

/** What is known of an entry besides its lines. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const t = useT()
  const fact = (name: string, value: Fact['value']): Fact => ({ label: t(`field.${name}`), value })
  const other = (name: string, id: string | null): Fact[] => (id ? [fact(name, <EntryLink id={id} />)] : [])
  return (
    <>
      <PanelSection title={t('entry.facts')}>
        <Facts
          items={[
            fact('number', <span className="io-id">{entry.number ?? t('entry.numberLater')}</span>),
            fact('date', <DateText value={entry.date} />),
            fact('journal_id', <Link className="io-link" to={`/journals/${entry.journal_id}`}><RecordName kind={journalName} id={entry.journal_id} /></Link>),
            fact('reference', <bdi>{entry.reference ?? NOTHING}</bdi>),
            fact('description', <bdi>{entry.description ?? NOTHING}</bdi>),
            fact('currency', entry.currency),
            ...other('reverses_id', entry.reverses_id),
            ...other('reversed_by_id', entry.reversed_by_id),
          ]}
        />
      </PanelSection>
      {entry.state === 'posted' && (
        <PanelSection title={t('entry.posting')}>
          <Facts
            items={[
              fact('posted_at', <DateText value={entry.posted_at} time />),
              fact('posted_by', <PersonName id={entry.posted_by} />),
              fact('hash', <span className="io-mono" title={entry.hash ?? ''}>{entry.hash?.slice(0, 16)}…</span>),
            ]}
          />
        </PanelSection>
      )}
      <PanelSection>
        <Facts items={[fact('created_at', <DateText value={entry.created_at} rel />), fact('updated_at', <DateText value={entry.updated_at} rel />)]} />
      </PanelSection>
    </>
  )
}

const EntryLink = ({ id }: { id: string }) => (
  <Link className="io-link" to={`/entries/${id}`}>
    <RecordName kind={entryKind} id={id} />
  </Link>
)
