import { OutlinedInput } from '@mui/material'
import { Field, RecordPicker, useT } from '@innoerp/sdk/ui'
import { journalKind } from '../kinds.js'
import styles from './entry-form.module.css'
import type { EntryForm } from './use-entry-form.js'

/** Journal, day and words of an entry. */
export function HeadFields({ form: { fields, change, found, tried } }: { form: EntryForm }) {
  const t = useT()
  const missing = (value: string | null) => (tried && !value ? t('entry.needed') : undefined)
  const text = (name: 'description' | 'reference', maxLength: number) => (
    <Field label={t(`field.${name}`)} optional>
      {(ids) => <OutlinedInput fullWidth value={fields[name]} onChange={(event) => change({ [name]: event.target.value })} inputProps={{ ...ids, maxLength, autoComplete: 'off' }} />}
    </Field>
  )
  return (
    <div className={styles.head}>
      <Field label={t('field.journal_id')} error={found.journal_id ?? missing(fields.journal_id)}>
        {(ids) => <RecordPicker kind={journalKind} ids={ids} value={fields.journal_id} onChange={(journal_id) => change({ journal_id })} />}
      </Field>
      <Field label={t('field.date')} error={found.date ?? missing(fields.date)}>
        {(ids) => <OutlinedInput fullWidth type="date" value={fields.date} error={ids['aria-invalid'] === true} onChange={(event) => change({ date: event.target.value })} inputProps={ids} />}
      </Field>
      {text('description', 300)}
      {text('reference', 100)}
    </div>
  )
}
