import { Dialog, Field, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { OWN_ORGANIZATIONS, accountLinks, type NewLink } from '../../../../clients/auth'
import { useShell } from '../../../../root/shell-context'
import { DialogForm } from '../../../parts/dialog-form'

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
  return (
    <DialogForm
      titleId={titleId}
      title={t('account.linkTitle')}
      verb={t('account.link')}
      busy={link.isPending}
      ready={ready}
      error={link.error}
      onSubmit={() => link.mutate({ ...texts, subdomain: texts.subdomain.trim().toLowerCase(), email: texts.email.trim() })}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('account.linkText')}</p>
      <AccountFields texts={texts} onChange={setTexts} />
    </DialogForm>
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
