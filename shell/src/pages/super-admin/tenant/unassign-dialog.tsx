import { ConfirmDialog, keys, useHost, useT, useToast } from '@innoerp/sdk/ui'
import { useQueryClient } from '@tanstack/react-query'
import { assignmentClient, modulesOf, type AssignedModule } from '../../../clients/assignments'
import { tenants, type Tenant } from '../../../clients/tenant'
import type { Asked } from '../../parts/use-asked'

export interface UnassignDialogProps {
  tenant: Tenant
  asked: Asked<AssignedModule>
}

/** Asks before an organization loses a module. */
export function UnassignDialog({ tenant, asked: { subject, open, close } }: UnassignDialogProps) {
  const t = useT()
  const toast = useToast()
  const { api } = useHost()
  const queries = useQueryClient()
  const values = { name: subject?.module_name ?? '', tenant: tenant.name }
  async function unassign() {
    if (!subject) return
    await assignmentClient(api, { organizationId: tenant.id, moduleId: subject.module_id }).unassign()
    await Promise.all([modulesOf(tenant.id).path, tenants.path].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
    toast(t('unassign.done', values))
  }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('unassign.title', values)}
      losses={[
        { label: t('loss.access'), value: t('unassign.access', values) },
        { label: t('loss.kept'), value: t('unassign.kept') },
      ]}
      verb={t('unassign.verb')}
      onConfirm={unassign}
    />
  )
}
