import { BusyButton, Dialog, Field, KIT, Note, errorText, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { superAdmins } from '../../../clients/platform'

/** As short as the server takes one. */
const SHORTEST = 8

export interface AddAdminDialogProps {
  open: boolean
  onClose(): void
}

/** Gives somebody the administration of the platform. */
export function AddAdminDialog({ open, onClose }: AddAdminDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content titleId={titleId} onClose={onClose} />
    </Dialog>
  )
}

function Content({ titleId, onClose }: { titleId: string; onClose(): void }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const create = useCreate(superAdmins, {
    onDone: (admin) => {
      toast(t('admin.added', { email: admin.email }))
      onClose()
    },
  })
  const ready = email.includes('@') && password.length >= SHORTEST
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !create.isPending) create.mutate({ email: email.trim(), password })
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('admin.newTitle')}
        </h2>
        <Field label={t('field.email')}>
          {(ids) => <OutlinedInput fullWidth autoFocus type="email" value={email} onChange={({ target }) => setEmail(target.value)} inputProps={{ ...ids, maxLength: 254, autoComplete: 'off' }} />}
        </Field>
        <Field label={t('field.password')} hint={t('admin.passwordHint')}>
          {(ids) => <OutlinedInput fullWidth type="password" value={password} onChange={({ target }) => setPassword(target.value)} inputProps={{ ...ids, maxLength: 128, autoComplete: 'new-password' }} />}
        </Field>
        <Note tone="warning">{t('admin.warning')}</Note>
        {create.error && <Note tone="danger">{errorText(kit, create.error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={create.isPending} disabled={!ready}>
          {t('admin.new')}
        </BusyButton>
      </div>
    </form>
  )
}
