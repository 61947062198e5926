import { BusyButton, KIT, Note, errorText, useFormat, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { useMutation } from '@tanstack/react-query'
import type { Organization, Tenant } from '../../../../clients/tenant'
import { goneAt } from './deletion'
import { useChangeTenant } from './use-change-tenant'

/** Above the page of a deleted organization: until when it can be restored. Nothing for any other one. */
export const DeletedNote = ({ tenant }: { tenant: Tenant }) => (tenant.deleted_at === null ? null : <Restore tenant={tenant} deletedAt={tenant.deleted_at} />)

function Restore({ tenant, deletedAt }: { tenant: Tenant; deletedAt: string }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const format = useFormat()
  const change = useChangeTenant()
  const restore = useMutation<Organization, ApiError>({
    mutationFn: () => change((client) => client.restore(tenant.id)),
    onSuccess: ({ name }) => toast(t('deletion.restored', { name })),
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
  const action = (
    <BusyButton variant="outlined" size="small" busy={restore.isPending} onClick={() => restore.mutate()}>
      {t('deletion.restore')}
    </BusyButton>
  )
  return (
    <div className="pages-started">
      <Note tone="warning" title={t('deletion.since', { date: format.date(deletedAt) })} action={action}>
        {t('deletion.until', { date: format.date(goneAt(new Date(deletedAt))) })}
      </Note>
    </div>
  )
}
