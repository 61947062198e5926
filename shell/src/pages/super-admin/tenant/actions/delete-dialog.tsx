import { ConfirmDialog, useFormat, useT, useToast } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { RESTORE_DAYS, goneAt } from './deletion'
import type { TenantDialogProps } from './trial-dialog'
import { useChangeTenant } from './use-change-tenant'

/** Takes an organization away from everybody in it, once its subdomain was typed. */
export function DeleteDialog({ tenant, open, onClose }: TenantDialogProps) {
  const t = useT()
  const toast = useToast()
  const format = useFormat()
  const change = useChangeTenant()
  const [now] = useState(() => new Date())
  const { id, name, subdomain } = tenant
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('deletion.title', { name })}
      text={t('deletion.text', { count: RESTORE_DAYS })}
      losses={[
        { label: t('loss.access'), value: t('deletion.lossAccess', { count: tenant.user_count }) },
        { label: t('deletion.then'), value: t('deletion.lossData', { count: tenant.module_count }) },
      ]}
      restoreUntil={format.date(goneAt(now))}
      typeName={subdomain}
      verb={t('deletion.verb')}
      onConfirm={async () => {
        await change((client) => client.remove(id, subdomain))
        toast(t('deletion.done', { name }))
      }}
    />
  )
}
