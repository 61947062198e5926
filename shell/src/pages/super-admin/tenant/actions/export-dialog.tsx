import { ConfirmDialog, useHost, useT } from '@innoerp/sdk/ui'
import { tenantClient } from '../../../../clients/tenant'
import type { TenantDialogProps } from './trial-dialog'
import { useExport } from '../../lifecycle/use-export'

/** Says what the file holds, and begins to write it. */
export function ExportDialog({ tenant, open, onClose }: TenantDialogProps) {
  const t = useT()
  const { api } = useHost()
  const { begin } = useExport()
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      tone="primary"
      title={t('export.title', { name: tenant.name })}
      text={t('export.text')}
      verb={t('export.verb')}
      onConfirm={async () => begin((await tenantClient(api).export(tenant.id)).operation_id)}
    />
  )
}
