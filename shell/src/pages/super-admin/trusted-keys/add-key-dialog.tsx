import { Dialog, Field, Note, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { ISOLATIONS, type Isolation } from '../../../clients/modules'
import { trustedKeys } from '../../../clients/trusted-keys'
import { DialogForm } from '../../parts/dialog-form'

export interface AddKeyDialogProps {
  open: boolean
  onClose(): void
}

/** Trusts somebody's key, and says how what they sign may run. */
export function AddKeyDialog({ open, onClose }: AddKeyDialogProps) {
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
  const [name, setName] = useState('')
  const [pem, setPem] = useState('')
  const [isolation, setIsolation] = useState<Isolation>('process')
  const create = useCreate(trustedKeys, {
    onDone: () => {
      toast(t('key.added', { name: name.trim() }))
      onClose()
    },
  })
  const ready = name.trim() !== '' && pem.trim() !== ''
  return (
    <DialogForm
      titleId={titleId}
      title={t('key.newTitle')}
      verb={t('key.verb')}
      busy={create.isPending}
      ready={ready}
      error={create.error}
      onSubmit={() => create.mutate({ name: name.trim(), public_key: pem.trim(), isolation })}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} />
      <PemField value={pem} onChange={setPem} />
      <IsolationField value={isolation} onChange={setIsolation} />
      {isolation === 'inline' && <Note tone="warning">{t('key.inlineWarning')}</Note>}
    </DialogForm>
  )
}

interface TextProps {
  value: string
  onChange(text: string): void
}

function NameField({ value, onChange }: TextProps) {
  const t = useT()
  return (
    <Field label={t('field.name')} hint={t('key.nameHint')}>
      {(ids) => <OutlinedInput fullWidth autoFocus value={value} onChange={({ target }) => onChange(target.value)} inputProps={{ ...ids, maxLength: 100, autoComplete: 'off' }} />}
    </Field>
  )
}

function PemField({ value, onChange }: TextProps) {
  const t = useT()
  return (
    <Field label={t('key.pem')} hint={t('key.pemHint')}>
      {(ids) => (
        <OutlinedInput
          fullWidth
          multiline
          minRows={4}
          value={value}
          placeholder="-----BEGIN PUBLIC KEY-----"
          onChange={({ target }) => onChange(target.value)}
          inputProps={{ ...ids, maxLength: 2000, className: 'io-mono', dir: 'ltr', spellCheck: false, autoComplete: 'off' }}
        />
      )}
    </Field>
  )
}

function IsolationField({ value, onChange }: { value: Isolation; onChange(isolation: Isolation): void }) {
  const t = useT()
  const id = useId()
  return (
    <div className="io-field">
      <span className="io-label" id={id}>
        {t('key.isolation')}
      </span>
      <div className="pages-options" role="radiogroup" aria-labelledby={id}>
        {[...ISOLATIONS].toReversed().map((isolation) => (
          <div key={isolation} className="pages-option">
            <input id={`${id}-${isolation}`} className="io-radio" type="radio" name={id} checked={value === isolation} onChange={() => onChange(isolation)} />
            <label className="io-col io-grow" htmlFor={`${id}-${isolation}`}>
              <span className="io-strong">{t(`isolation.${isolation}Title`)}</span>
              <span className="io-cap">{t(`isolation.${isolation}Means`)}</span>
            </label>
          </div>
        ))}
      </div>
    </div>
  )
}
