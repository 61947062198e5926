import { Dialog, Field, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ownModulesClient, type AvailableModule } from '../../../../clients/own-modules'
import { DialogForm } from '../../../parts/dialog-form'

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
  return (
    <DialogForm
      titleId={titleId}
      title={t('moduleList.askTitle', { name })}
      verb={t('moduleList.send')}
      busy={ask.isPending}
      error={ask.error}
      onSubmit={() => ask.mutate()}
      onClose={onClose}
    >
      <p className="io-t2 io-dense">{t('moduleList.askText')}</p>
      <MessageField value={message} onChange={setMessage} />
    </DialogForm>
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
