import { Dialog, Field, useFormat, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { InputAdornment, OutlinedInput } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Organization, Tenant } from '../../../../clients/tenant'
import { DialogForm } from '../../../parts/dialog-form'
import { daysOf, trialEnd } from './trial'
import { useChangeTenant } from './use-change-tenant'

export interface TenantDialogProps {
  tenant: Tenant
  open: boolean
  onClose(): void
}

/** Gives an organization more days to try the platform. */
export function TrialDialog(props: TenantDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content {...props} titleId={titleId} />
    </Dialog>
  )
}

function Content({ tenant, titleId, onClose }: TenantDialogProps & { titleId: string }) {
  const t = useT()
  const toast = useToast()
  const format = useFormat()
  const change = useChangeTenant()
  const [text, setText] = useState('14')
  const days = daysOf(text)
  const extend = useMutation<Organization, ApiError, number>({
    mutationFn: (wanted) => change((client) => client.extendTrial(tenant.id, wanted)),
    onSuccess: ({ name, trial_ends_at }) => {
      toast(t('trial.done', { name, date: format.date(trial_ends_at) }))
      onClose()
    },
  })
  return (
    <DialogForm
      titleId={titleId}
      title={t('trial.title', { name: tenant.name })}
      verb={t('trial.verb')}
      busy={extend.isPending}
      ready={days !== undefined}
      error={extend.error}
      onSubmit={() => days !== undefined && extend.mutate(days)}
      onClose={onClose}
    >
      <Field
        label={t('trial.days')}
        hint={days !== undefined && t('trial.until', { date: format.date(trialEnd(tenant.trial_ends_at, days)) })}
        error={days === undefined ? t('trial.wrong') : undefined}
      >
        {(ids) => (
          <OutlinedInput
            fullWidth
            autoFocus
            value={text}
            error={days === undefined}
            onChange={(event) => setText(event.target.value)}
            inputProps={{ ...ids, inputMode: 'numeric', autoComplete: 'off', className: 'io-figure-input' }}
            endAdornment={<InputAdornment position="end">{t('trial.unit')}</InputAdornment>}
          />
        )}
      </Field>
    </DialogForm>
  )
}
