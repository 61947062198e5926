import { BusyButton, Dialog, Field, KIT, Note, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { Button, OutlinedInput } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { ownModulesClient, type AvailableModule } from '../../../../clients/own-modules'

export interface AskDialogProps {
  module: AvailableModule | undefined
  open: boolean
  onClose(): void
  onAsked(moduleId: string): void
}

/** Asks the platform's administration for a module. */
export function AskDialog({ module, open, onClose, onAsked }: AskDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {module && <Content module={module} titleId={titleId} onClose={onClose} onAsked={onAsked} />}
    </Dialog>
  )
}

type ContentProps = Omit<AskDialogProps, 'open' | 'module'> & { module: AvailableModule; titleId: string }

function Content({ module: { id, name }, titleId, onClose, onAsked }: ContentProps) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const { api } = useHost()
  const [message, setMessage] = useState('')
  const ask = useMutation<unknown, ApiError>({
    mutationFn: () => ownModulesClient(api).ask(id, message.trim()),
    onSuccess: () => {
      onClose()
      onAsked(id)
      toast(t('moduleList.sent', { name }))
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!ask.isPending) ask.mutate()
  }
  return (
    <form onSubmit={submit}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('moduleList.askTitle', { name })}
        </h2>
        <p className="io-t2 io-dense">{t('moduleList.askText')}</p>
        {ask.error && <Note tone="danger">{errorText(kit, ask.error)}</Note>}
        <MessageField value={message} onChange={setMessage} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton type="submit" variant="contained" busy={ask.isPending}>
          {t('moduleList.send')}
        </BusyButton>
      </div>
    </form>
  )
}

function MessageField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useT()
  return (
    <Field label={t('moduleList.message')} hint={t('moduleList.messageHint')} optional>
      {(ids) => <OutlinedInput fullWidth multiline minRows={3} autoFocus value={value} onChange={({ target }) => onChange(target.value)} inputProps={{ ...ids, maxLength: 1000 }} />}
    </Field>
  )
}
