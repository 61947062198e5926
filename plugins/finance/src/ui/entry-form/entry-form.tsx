import { Button } from '@mui/material'
import { useId, type FormEvent, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { BusyButton, Can, Note, useT } from '@innoerp/sdk/ui'
import type { EntryDocument } from '../../shared/entry.js'
import { balanceOf, type Balance } from '../line-inputs.js'
import { useWhyNotPost } from '../parts/why-not-post.js'
import { isWhole, writtenLines } from './entry-fields.js'
import styles from './entry-form.module.css'
import { HeadFields } from './head-fields.js'
import { LineEditor } from './line-editor.js'
import { useEntryForm, type EntryForm as Form } from './use-entry-form.js'

/** Writes a new entry or changes a draft: head, lines, running difference. Ctrl Enter saves. */
export function EntryForm({ entry }: { entry?: EntryDocument }) {
  const t = useT()
  const form = useEntryForm(entry)
  const balance = balanceOf(form.fields.lines, form.rules)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.save({ post: false })
  }
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.save({ post: false })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit} onKeyDown={keys}>
      {form.error && <Note tone="danger">{form.error}</Note>}
      {form.tried && !isWhole(form.fields, form.rules) && <Note tone="danger">{t('entry.notSaved')}</Note>}
      <HeadFields form={form} />
      <LineEditor form={form} balance={balance} />
      <Foot form={form} balance={balance} entryId={entry?.id} />
    </form>
  )
}

interface FootProps {
  form: Form
  balance: Balance
  entryId: string | undefined
}

/** Saves as a draft, or posts at once; why that cannot be done stands beside it. */
function Foot({ form, balance, entryId }: FootProps) {
  const t = useT()
  const navigate = useNavigate()
  const reasonId = useId()
  const unbalanced = useWhyNotPost({ total_debit: balance.debit, total_credit: balance.credit, currency: form.currency })
  const reason = unbalanced ?? (isWhole(form.fields, form.rules) ? undefined : t('entry.incomplete'))
  const untouched = writtenLines(form.fields).length === 0
  return (
    <div className={styles.foot}>
      <span className={untouched ? 'io-cap' : 'io-cap io-warn'} id={reasonId} role="status">
        {reason}
      </span>
      <span className="io-grow" />
      <Button variant="text" onClick={() => void navigate(entryId ? `/entries/${entryId}` : '/')}>
        {t('action.cancel')}
      </Button>
      <BusyButton type="submit" variant="outlined" busy={form.busy}>
        {t('entry.saveDraft')}
      </BusyButton>
      <Can permission="finance.post">
        <BusyButton variant="contained" busy={form.busy} disabled={reason !== undefined} aria-describedby={reasonId} onClick={() => form.save({ post: true })}>
          {t('entry.saveAndPost')}
        </BusyButton>
      </Can>
    </div>
  )
}
