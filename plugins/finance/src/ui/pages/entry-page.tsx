import { useNavigate, useParams } from 'react-router'
import { Card, DateText, LoadFailed, PageFrame, RecordLayout, RecordName, SkeletonLines, usePhone, useRecord, useT } from '@innoerp/sdk/ui'
import type { EntryDocument } from '../../shared/entry.js'
import { documents } from '../finance-api.js'
import { journalName } from '../kinds.js'
import { EntryChip } from '../parts/entry-chip.js'
import { EntryFacts } from '../parts/entry-facts.js'
import { EntryMenu } from '../parts/entry-menu.js'
import { LineList } from '../parts/line-list.js'
import { LinesTable } from '../parts/lines-table.js'
import { PostButton } from '../parts/post-button.js'
import { ReverseButton } from '../parts/reverse-button.js'
import { entryName } from '../words.js'

/** One entry: its lines, and what can be done with it. */
export default function EntryPage() {
  const t = useT()
  const { id = '' } = useParams()
  const entry = useRecord(documents, id)
  if (entry.data) return <Loaded key={id} entry={entry.data} />
  return (
    <PageFrame title={t('nav.entries')} permission="finance.read">
      {entry.error ? <LoadFailed error={entry.error} title={t('entry.oneNotLoaded')} onRetry={() => void entry.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ entry }: { entry: EntryDocument }) {
  const t = useT()
  const navigate = useNavigate()
  const phone = usePhone()
  return (
    <PageFrame
      fill
      title={entryName(entry) ?? t('entry.untitled')}
      permission="finance.read"
      crumbs={[{ label: t('nav.entries'), to: '' }]}
      chip={<EntryChip entry={entry} />}
      facts={
        <span className="io-row io-gap-4">
          <DateText value={entry.date} /> · <RecordName kind={journalName} id={entry.journal_id} />
        </span>
      }
      actions={
        entry.state === 'draft' ? (
          <>
            <EntryMenu entry={entry} onDeleted={() => void navigate('/')} />
            <PostButton entry={entry} />
          </>
        ) : (
          <ReverseButton entry={entry} />
        )
      }
    >
      <RecordLayout facts={<EntryFacts entry={entry} />} factsLabel={t('entry.facts')}>
        <Card flush title={entry.description && entry.number ? entry.description : t('entry.lines')} count={entry.lines.length}>
          {phone ? <LineList entry={entry} /> : <LinesTable entry={entry} />}
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}
