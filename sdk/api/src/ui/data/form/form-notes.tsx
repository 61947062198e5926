import { Button } from '@mui/material'
import { ApiError } from '../../api/api-error.js'
import { errorText } from '../../api/error-text.js'
import { useFormat } from '../../format/use-format.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Note } from '../../parts/note.js'
import { ConflictNote } from './conflict-note.js'
import type { RecordForm } from './use-record-form.js'

/** What stands above the fields: a restored draft, what someone else changed, what was refused. */
export function FormNotes({ form }: { form: RecordForm }) {
  const t = useT(KIT)
  const format = useFormat()
  const { draft, conflicts, error, methods } = form
  const { errors, submitCount } = methods.formState
  const wrong = Object.keys(errors).length
  return (
    <>
      {draft.restoredAt !== undefined && (
        <Note
          tone="info"
          action={
            <Button variant="text" size="small" onClick={draft.discard}>
              {t('draft.discard')}
            </Button>
          }
        >
          {t('draft.restored', { time: format.time(new Date(draft.restoredAt)) })}
        </Note>
      )}
      {conflicts.length > 0 && <ConflictNote conflicts={conflicts} onTake={form.takeTheirs} />}
      {error !== undefined && (
        <Note tone="danger" title={error instanceof ApiError && error.title ? `${error.title}.` : undefined}>
          {errorText(t, error)}
        </Note>
      )}
      {wrong > 0 && submitCount > 0 && <Note tone="danger">{t('form.wrong', { count: wrong })}</Note>}
    </>
  )
}
