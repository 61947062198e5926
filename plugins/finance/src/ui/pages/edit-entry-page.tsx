import { Button } from '@mui/material'
import { Link, useParams } from 'react-router'
import { LoadFailed, Note, PageFrame, SkeletonLines, useRecord, useT } from '@innoerp/sdk/ui'
import { EntryForm } from '../entry-form/entry-form.js'
import { documents } from '../finance-api.js'

/** Changes a draft. */
export default function EditEntryPage() {
  const t = useT()
  const { id = '' } = useParams()
  const { data: entry, error, refetch } = useRecord(documents, id)
  const see = (
    <Button variant="text" size="small" component={Link} to={`/entries/${id}`}>
      {t('entry.see')}
    </Button>
  )
  return (
    <PageFrame title={t('entry.edit')} crumbs={[{ label: t('nav.entries'), to: '' }]} permission="finance.write">
      {error && <LoadFailed error={error} title={t('entry.oneNotLoaded')} onRetry={() => void refetch()} />}
      {!entry && !error && <SkeletonLines />}
      {entry?.state === 'posted' && <Note action={see}>{t('entry.isPosted')}</Note>}
      {entry?.state === 'draft' && <EntryForm key={id} entry={entry} />}
    </PageFrame>
  )
}
