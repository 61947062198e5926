import { BusyButton, Dialog, Field, KIT, Note, errorText, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { OWN_ORGANIZATIONS, accountLinks, type NewLink } from '../../../../clients/auth'
import { useShell } from '../../../../root/shell-context'

interface LinkAccountDialogProps {
  open: boolean
  onClose(): void
}

/** Links an account of another organization by signing in to it. */
export function LinkAccountDialog({ open, onClose }: LinkAccountDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content titleId={titleId} onClose={onClose} />
    </Dialog>
  )
}

const EMPTY: NewLink = { subdomain: '', email: '', password: '' }

const FIELDS = [
  { name: 'subdomain', label: 'field.subdomain', type: 'text', autoComplete: 'off', maxLength: 63 },
  { name: 'email', label: 'field.email', type: 'email', autoComplete: 'off', maxLength: 254 },
  { name: 'password', label: 'account.password', type: 'password', autoComplete: 'off', maxLength: 1000 },
] as const

function Content({ titleId, onClose }: { titleId: string; onClose(): void }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const queries = useQueryClient()
  const [texts, setTexts] = useState(EMPTY)
  const link = useCreate(accountLinks, {
    onDone: ({ organization_name: name }) => {
      onClose()
      void queries.invalidateQueries({ queryKey: [OWN_ORGANIZATIONS] })
      toast(t('account.linked', { name }))
    },
  })
  const ready = Object.values(texts).every((text) => text.trim() !== '')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready && !link.isPending) link.mutate({ ...texts, subdomain: texts.subdomain.trim().toLowerCase(), email: texts.email.trim() })
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('account.linkTitle')}
        </h2>
        <p className="io-t2 io-dense">{t('account.linkText')}</p>
        {link.error && <Note tone="danger">{errorText(kit, link.error)}</Note>}
        <AccountFields texts={texts} onChange={setTexts} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={link.isPending} disabled={!ready}>
          {t('account.link')}
        </BusyButton>
      </div>
    </form>
  )
}

function AccountFields({ texts, onChange }: { texts: NewLink; onChange(texts: NewLink): void }) {
  const t = useT()
  const { boot } = useShell()
  return FIELDS.map(({ name, label, ...attributes }, at) => (
    <Field key={name} label={t(label)} {...(name === 'subdomain' && { hint: t('account.subdomainHint', { domain: boot.domain }) })}>
      {(ids) => (
        <OutlinedInput
          fullWidth
          autoFocus={at === 0}
          type={attributes.type}
          value={texts[name]}
          onChange={({ target }) => onChange({ ...texts, [name]: target.value })}
          inputProps={{ ...ids, maxLength: attributes.maxLength, autoComplete: attributes.autoComplete, autoCapitalize: 'none', dir: 'ltr' }}
        />
      )}
    </Field>
  ))
}
