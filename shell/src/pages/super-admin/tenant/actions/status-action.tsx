import { ConfirmDialog, keys, useHost, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { tenantClient, tenants, type Tenant } from '../../../../clients/tenant'

/** Deactivates an organization, which signs all of its people out, or lets it in again. */
export function StatusAction({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { name, is_active: active } = tenant
  async function change() {
    try {
      await tenantClient(api).setActive(tenant, !active)
    } finally {
      // Also after a refusal: someone else may have changed the tenant meanwhile.
      await queries.invalidateQueries({ queryKey: keys.all(tenants.path) })
    }
    toast(t(active ? 'status.deactivated' : 'status.activated', { name }))
  }
  const losses = [
    { label: t('loss.access'), value: t('status.lossAccess', { count: tenant.user_count }) },
    { label: t('loss.kept'), value: t('status.lossKept') },
  ]
  const words = active ? 'deactivate' : 'activate'
  return (
    <>
      <Button variant="outlined" {...(active && { color: 'error' })} onClick={() => setOpen(true)}>
        {t(`status.${words}`)}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t(`status.${words}Title`, { name })}
        text={t(`status.${words}Text`)}
        verb={t(`status.${words}Verb`)}
        onConfirm={change}
        {...(active ? { losses, typeName: name } : { tone: 'primary' })}
      />
    </>
  )
}
