import { AppLink, DateText, ErrorState, SkeletonLines, useList, useModule, useT } from '@innoerp/sdk/ui'
import { notes } from '../notes-api.js'

/** On the dashboard: the notes that were changed last. */
export default function LatestNotes() {
  const t = useT()
  const module = useModule()
  const { data, error, refetch } = useList(notes, { sort: '-updated_at', limit: 5 })
  if (error) return <ErrorState error={error} title={t('note.notLoaded')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={3} />
  if (data.items.length === 0) return <p className="io-cap">{t('latest.none')}</p>
  return (
    <div className="io-col io-gap-12">
      {data.items.map((note) => (
        <AppLink key={note.id} className="io-row" href={`${module?.basePath}?open=${note.id}`}>
          <bdi className="io-grow io-trunc">{note.title}</bdi>
          <DateText className="io-cap" value={note.updated_at} rel />
        </AppLink>
      ))}
    </div>
  )
}
