import { useId } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Dialog } from '../../parts/overlay/overlays.js'
import { useToast } from '../../parts/use-toast.js'
import { recordWords } from '../list/labels.js'
import { usePart } from '../../host/use-part.js'
import { formParts } from './form-parts.js'
import type { RecordFormProps } from './use-record-form.js'

export interface FormDialogProps<T extends AnyRecord, New extends object> extends Omit<RecordFormProps<T, New>, 'onDone'> {
  open: boolean
  onClose(): void
  /** Translated; "New company" or "Edit company" of the form's labels by default. */
  title?: string
  /** The verb on the button, translated; the title for a new record, else "Save". */
  submitLabel?: string
  /** Called after the dialog closed; without it a toast says what was saved. */
  onDone?(record: T | undefined): void
}

/**
 * A form in a dialog of 480, on a phone in a sheet. Closing it keeps what was typed for the next time.
 * @example <FormDialog open={open} onClose={close} form={companyForm} record={company} />
 */
export function FormDialog<T extends AnyRecord, New extends object>(props: FormDialogProps<T, New>) {
  const { open, onClose, form, record, onDone } = props
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const titleId = useId()
  const parts = usePart(formParts, open)
  const title = props.title ?? recordWords(t, form.name)(record ? 'edit' : 'new')
  const submitLabel = props.submitLabel ?? (record ? kit('action.save') : title)
  const done = (saved: T | undefined) => {
    onClose()
    if (onDone) onDone(saved)
    else toast(recordWords(t, form.name)(record ? 'changed' : 'created'))
  }
  return (
    <Dialog open={open && Boolean(parts)} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {parts && (
        <parts.FormContent
          {...props}
          place="dialog"
          submitLabel={submitLabel}
          onCancel={onClose}
          onDone={done}
          title={
            <h2 className="io-dialog-title" id={titleId}>
              {title}
            </h2>
          }
        />
      )}
    </Dialog>
  )
}
