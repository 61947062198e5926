import { BusyButton, Dialog, Field, KIT, Note, errorText, fieldErrors, useCreate, useT } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { registryTokens, type RegistryToken } from '../../../clients/packages'

export interface NewTokenDialogProps {
  open: boolean
  onClose(): void
  /** With the secret, which is told only now. */
  onMade(token: RegistryToken): void
}

/** Makes a token with which an author publishes packages of one scope. */
export function NewTokenDialog({ open, onClose, onMade }: NewTokenDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content titleId={titleId} onClose={onClose} onMade={onMade} />
    </Dialog>
  )
}

function Content({ titleId, onClose, onMade }: Omit<NewTokenDialogProps, 'open'> & { titleId: string }) {
  const t = useT()
  const kit = useT(KIT)
  const [name, setName] = useState('')
  const [scope, setScope] = useState('@')
  const create = useCreate(registryTokens, {
    onDone: (token) => {
      onClose()
      onMade(token)
    },
  })
  const errors = fieldErrors(create.error)
  const ready = name.trim() !== '' && /^@[a-z0-9][a-z0-9._-]*$/.test(scope.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !create.isPending) create.mutate({ name: name.trim(), scope: scope.trim() })
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('token.newTitle')}
        </h2>
        <Field label={t('field.name')} hint={t('token.nameHint')} error={errors.name}>
          {(ids) => <OutlinedInput fullWidth autoFocus value={name} onChange={({ target }) => setName(target.value)} inputProps={{ ...ids, maxLength: 100, autoComplete: 'off' }} />}
        </Field>
        <Field label={t('token.scope')} hint={t('token.scopeHint')} error={errors.scope}>
          {(ids) => (
            <OutlinedInput
              fullWidth
              value={scope}
              onChange={({ target }) => setScope(target.value)}
              inputProps={{ ...ids, maxLength: 100, autoComplete: 'off', spellCheck: false, dir: 'ltr', className: 'io-mono' }}
            />
          )}
        </Field>
        {create.error && Object.keys(errors).length === 0 && <Note tone="danger">{errorText(kit, create.error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={create.isPending} disabled={!ready}>
          {t('token.create')}
        </BusyButton>
      </div>
    </form>
  )
}
