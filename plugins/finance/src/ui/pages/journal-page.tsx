import { useNavigate, useParams } from 'react-router'
import { Card, LoadFailed, optionLabel, PageFrame, RecordLayout, RecordMenu, SkeletonLines, useRecord, useT } from '@innoerp/sdk/ui'
import type { Journal } from '../../shared/journal.js'
import { journals } from '../finance-api.js'
import { journalForm } from '../forms.js'
import { EntryTable } from '../parts/entry-table.js'
import { JournalFacts } from '../parts/journal-facts.js'

/** One journal and its entries. */
export default function JournalPage() {
  const t = useT()
  const { id = '' } = useParams()
  const journal = useRecord(journals, id)
  if (journal.data) return <Loaded key={id} journal={journal.data} />
  return (
    <PageFrame title={t('nav.journals')} permission="finance.read">
      {journal.error ? <LoadFailed error={journal.error} title={t('journal.oneNotLoaded')} onRetry={() => void journal.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ journal }: { journal: Journal }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <PageFrame
      fill
      title={journal.name}
      permission="finance.read"
      crumbs={[{ label: t('nav.journals'), to: 'journals' }]}
      facts={
        <>
          <span className="io-id">{journal.code}</span> · {optionLabel(t, 'type', journal.type)}
        </>
      }
      actions={<RecordMenu permission="finance.configure" form={journalForm} record={journal} title={journal.name} onDeleted={() => void navigate('/journals')} />}
    >
      <RecordLayout facts={<JournalFacts journal={journal} />} factsLabel={t('journal.facts')}>
        <Card flush title={t('nav.entries')}>
          <EntryTable embedded inOne where={{ journal_id: journal.id }} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}
