import { ConfirmDialog, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { roles, userRoles, type Role } from '../../../clients/roles'

/** Asks before a role and what it gives to people is gone. */
export function DeleteRoleDialog({ role, open, onClose }: { role: Role | undefined; open: boolean; onClose(): void }) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(roles, { also: [userRoles.path] })
  const values = { name: role?.name ?? '' }
  const run = async ({ id }: Role) => {
    await remove.mutateAsync([id])
    toast(t('role.deleted', values))
  }
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('role.deleteTitle', values)}
      text={t('role.deleteText')}
      losses={[{ label: t('field.permissions'), value: t('role.permissions', { count: role?.permissions.length ?? 0 }) }]}
      verb={t('role.delete')}
      onConfirm={async () => role && run(role)}
    />
  )
}
