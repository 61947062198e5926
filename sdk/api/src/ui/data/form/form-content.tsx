import { Button } from '@mui/material'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { BusyButton } from '../../parts/busy-button.js'
import { FormFields } from './form-fields.js'
import { FormNotes } from './form-notes.js'
import { useRecordForm, type RecordFormProps } from './use-record-form.js'

export interface FormContentProps<T extends AnyRecord, New extends object> extends RecordFormProps<T, New> {
  /** In a dialog: its title. */
  title?: ReactNode
  /** The verb on the button. */
  submitLabel: string
  onCancel(): void
  /** Where it stands decides how wide it is and where its foot stays. */
  place: 'dialog' | 'page'
}

/** The inside of a form: notes, fields, foot. */
export function FormContent<T extends AnyRecord, New extends object>(props: FormContentProps<T, New>) {
  const { form: spec, title, submitLabel, onCancel, place } = props
  const t = useT(KIT)
  const form = useRecordForm(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Forms in a dialog are children of the page's form in React, though not in the document.
    event.stopPropagation()
    if (!form.busy) form.submit()
  }
  return (
    <form
      className="io-form"
      data-place={place}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => submitByKey(event, form.set.fields.length)}
    >
      <div className={place === 'dialog' ? 'io-dialog-body' : 'io-form-body'}>
        {title}
        <FormNotes form={form} />
        <FormFields form={spec} control={form.methods.control} autoFocus={place === 'dialog'} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={form.busy}>
          {submitLabel}
        </BusyButton>
      </div>
    </form>
  )
}

/** Ctrl Enter saves from everywhere; Enter alone only a form of one field, since elsewhere it is pressed by mistake. */
function submitByKey(event: KeyboardEvent<HTMLFormElement>, fields: number) {
  if (event.key !== 'Enter' || event.defaultPrevented) return
  const input = event.target instanceof HTMLInputElement
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
  } else if (input && fields > 1) {
    event.preventDefault()
  }
}
