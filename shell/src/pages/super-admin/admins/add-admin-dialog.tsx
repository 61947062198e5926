import { Dialog, Field, Note, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { superAdmins } from '../../../clients/platform'
import { DialogForm } from '../../parts/dialog-form'

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
  return (
    <DialogForm
      titleId={titleId}
      title={t('admin.newTitle')}
      verb={t('admin.new')}
      busy={create.isPending}
      ready={ready}
      error={create.error}
      onSubmit={() => create.mutate({ email: email.trim(), password })}
      onClose={onClose}
    >
      <Field label={t('field.email')}>
        {(ids) => <OutlinedInput fullWidth autoFocus type="email" value={email} onChange={({ target }) => setEmail(target.value)} inputProps={{ ...ids, maxLength: 254, autoComplete: 'off' }} />}
      </Field>
      <Field label={t('field.password')} hint={t('admin.passwordHint')}>
        {(ids) => <OutlinedInput fullWidth type="password" value={password} onChange={({ target }) => setPassword(target.value)} inputProps={{ ...ids, maxLength: 128, autoComplete: 'new-password' }} />}
      </Field>
      <Note tone="warning">{t('admin.warning')}</Note>
    </DialogForm>
  )
}
