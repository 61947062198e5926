import { Dialog, Field, fieldErrors, useCreate, useT } from '@innoerp/sdk/ui'
import { MenuItem, Select } from '@innoerp/sdk/ui/mui'
import { OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { registryTokens, type RegistryToken } from '../../../clients/packages'
import { DialogForm } from '../../parts/dialog-form'

export interface NewTokenDialogProps {
  open: boolean
  onClose(): void
  /** With the secret, which is told only now. */
  onMade(token: RegistryToken): void
}

/** Makes a token with which an author publishes some packages. */
export function NewTokenDialog({ open, onClose, onMade }: NewTokenDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content titleId={titleId} onClose={onClose} onMade={onMade} />
    </Dialog>
  )
}

/** As the registry takes it: a name, or a pattern whose `*` stays within its part. */
const PATTERN = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9*~-][a-z0-9._*~-]*$/
/** Days; empty: without an end. */
const VALIDITIES = ['30', '90', '365', ''] as const
type Validity = (typeof VALIDITIES)[number]
/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000

const endOf = (days: Validity): string | null => (days === '' ? null : new Date(Date.now() + Number(days) * DAY).toISOString())

function Content({ titleId, onClose, onMade }: Omit<NewTokenDialogProps, 'open'> & { titleId: string }) {
  const t = useT()
  const [name, setName] = useState('')
  const [packages, setPackages] = useState('@')
  const [days, setDays] = useState<Validity>('365')
  const create = useCreate(registryTokens, {
    onDone: (token) => {
      onClose()
      onMade(token)
    },
  })
  const errors = fieldErrors(create.error)
  const ready = name.trim() !== '' && PATTERN.test(packages.trim())
  return (
    <DialogForm
      titleId={titleId}
      title={t('token.newTitle')}
      verb={t('token.create')}
      busy={create.isPending}
      ready={ready}
      error={Object.keys(errors).length === 0 ? create.error : null}
      onSubmit={() => create.mutate({ name: name.trim(), packages: packages.trim(), expires_at: endOf(days) })}
      onClose={onClose}
    >
      <Field label={t('field.name')} hint={t('token.nameHint')} error={errors.name}>
        {(ids) => <OutlinedInput fullWidth autoFocus value={name} onChange={({ target }) => setName(target.value)} inputProps={{ ...ids, maxLength: 100, autoComplete: 'off' }} />}
      </Field>
      <PackagesField value={packages} error={errors.packages} onChange={setPackages} />
      <ValidityField value={days} onChange={setDays} />
    </DialogForm>
  )
}

interface PackagesFieldProps {
  value: string
  error: string | undefined
  onChange(text: string): void
}

function PackagesField({ value, error, onChange }: PackagesFieldProps) {
  const t = useT()
  return (
    <Field label={t('token.packages')} hint={t('token.packagesHint')} error={error}>
      {(ids) => (
        <OutlinedInput
          fullWidth
          value={value}
          onChange={({ target }) => onChange(target.value)}
          inputProps={{ ...ids, maxLength: 214, autoComplete: 'off', spellCheck: false, dir: 'ltr', className: 'io-mono' }}
        />
      )}
    </Field>
  )
}

function ValidityField({ value, onChange }: { value: Validity; onChange(days: Validity): void }) {
  const t = useT()
  return (
    <Field label={t('token.validity')} hint={t('token.validityHint')}>
      {({ id }, labelId) => (
        <Select fullWidth displayEmpty id={id} labelId={labelId} value={value} onChange={({ target }) => onChange(target.value)}>
          {VALIDITIES.map((days) => (
            <MenuItem key={days} value={days}>
              {days === '' ? t('token.endless') : t('token.days', { count: Number(days) })}
            </MenuItem>
          ))}
        </Select>
      )}
    </Field>
  )
}
