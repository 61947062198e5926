import { BusyButton, Dialog, Field, KIT, Note, errorText, useCreate, useT, useToast } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useId, useState, type FormEvent } from 'react'
import { ISOLATIONS, type Isolation } from '../../../clients/modules'
import { trustedKeys } from '../../../clients/trusted-keys'

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
  const kit = useT(KIT)
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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !create.isPending) create.mutate({ name: name.trim(), public_key: pem.trim(), isolation })
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('key.newTitle')}
        </h2>
        <NameField value={name} onChange={setName} />
        <PemField value={pem} onChange={setPem} />
        <IsolationField value={isolation} onChange={setIsolation} />
        {isolation === 'inline' && <Note tone="warning">{t('key.inlineWarning')}</Note>}
        {create.error && <Note tone="danger">{errorText(kit, create.error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={create.isPending} disabled={!ready}>
          {t('key.verb')}
        </BusyButton>
      </div>
    </form>
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
