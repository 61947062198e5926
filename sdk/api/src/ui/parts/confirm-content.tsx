import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { errorText } from '../api/error-text.js'
import { KIT } from '../i18n/i18n.js'
import { BOLD } from '../i18n/rich-text.js'
import { useT } from '../i18n/use-t.js'
import { Dialog } from '../mui/index.js'
import { BusyButton } from './busy-button.js'
import type { ConfirmDialogProps } from './confirm-dialog.js'
import { Facts, type Fact } from './facts.js'
import { Note } from './note.js'

/** The dialog of a ConfirmDialog. */
export function ConfirmContent(props: ConfirmDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content {...props} titleId={titleId} />
    </Dialog>
  )
}

function factsOf({ losses = [], affects = [], restoreUntil }: ConfirmDialogProps, words: { affects: string; restore: string }): Fact[] {
  return [
    ...losses,
    ...(affects.length > 0 ? [{ label: words.affects, value: affects.join(', ') }] : []),
    ...(restoreUntil ? [{ label: words.restore, value: restoreUntil }] : []),
  ]
}

/** Apart from the dialog, so that every opening starts anew. */
function Content(props: ConfirmDialogProps & { titleId: string }) {
  const t = useT(KIT)
  const { title, text, verb, typeName, tone = 'danger', titleId, onClose } = props
  const [typed, setTyped] = useState('')
  const { run, busy, error } = useRun(props)
  const facts = factsOf(props, { affects: t('confirm.affects'), restore: t('confirm.restore') })
  const ready = typeName === undefined || typed.trim() === typeName
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void run()
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {title}
        </h2>
        {text && <p className="io-t2 io-dense">{text}</p>}
        {facts.length > 0 && (
          <div className="io-dialog-facts">
            <Facts items={facts} />
          </div>
        )}
        {typeName !== undefined && <TypeName name={typeName} value={typed} onChange={setTyped} />}
        {error !== undefined && <Note tone="danger">{errorText(t, error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {props.cancel ?? t('action.cancel')}
        </Button>
        <BusyButton
          type="submit"
          variant="contained"
          color={tone === 'danger' ? 'error' : 'primary'}
          disabled={!ready}
          busy={busy}
          autoFocus={typeName === undefined}
        >
          {verb}
        </BusyButton>
      </div>
    </form>
  )
}

function useRun({ onConfirm, onClose }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function run() {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, error }
}

function TypeName({ name, value, onChange }: { name: string; value: string; onChange(value: string): void }) {
  const t = useT(KIT)
  const id = useId()
  return (
    <div className="io-field">
      <label className="io-label" htmlFor={id}>
        {t.rich('confirm.type', BOLD, { name })}
      </label>
      <OutlinedInput id={id} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" autoFocus fullWidth />
    </div>
  )
}
