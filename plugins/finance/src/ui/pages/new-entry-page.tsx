import { PageFrame, useT } from '@innoerp/sdk/ui'
import { EntryForm } from '../entry-form/entry-form.js'

/** Writes an entry. */
export default function NewEntryPage() {
  const t = useT()
  return (
    <PageFrame title={t('entry.new')} crumbs={[{ label: t('nav.entries'), to: '' }]} permission="finance.write">
      <EntryForm />
    </PageFrame>
  )
}
