import { BusyButton, KIT, Note, errorText, useT, type ApiError } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { FormEvent, ReactNode } from 'react'

export interface DialogFormProps {
  /** Names the dialog: its `aria-labelledby`. */
  titleId: string
  title: string
  /** On the button that sends it. */
  verb: string
  busy: boolean
  /** Whether it can be sent; the button waits until then. */
  ready?: boolean
  /** Why it was refused, where no field says so. */
  error?: ApiError | null
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** What a dialog of the platform's pages is made of: title, fields, the way out and the way on. It is sent once at a time. */
export function DialogForm({ titleId, title, verb, busy, ready = true, error, onSubmit, onClose, children }: DialogFormProps) {
  const t = useT()
  const kit = useT(KIT)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onSubmit()
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {title}
        </h2>
        {children}
        {error && <Note tone="danger">{errorText(kit, error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={busy} disabled={!ready}>
          {verb}
        </BusyButton>
      </div>
    </form>
  )
}
