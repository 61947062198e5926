import { Card, EmptyState, ErrorState, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Pencil, Plus, ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { roles, type Role } from '../../../clients/roles'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { useAsked } from '../../parts/use-asked'
import { ROLES_PATH } from '../users/paths'
import { UsersFrame } from '../users/users-frame'
import { DeleteRoleDialog } from './delete-role-dialog'
import { RoleDialog } from './role-dialog'

/** The organization's own roles. */
export default function RolesPage() {
  return (
    <UsersFrame tab={ROLES_PATH} permission={CORE_PERMISSIONS.managePeople}>
      <div className="pages-inset">
        <Roles />
      </div>
    </UsersFrame>
  )
}

function Roles() {
  const t = useT()
  const { data, error, refetch } = useAll(roles)
  const [making, setMaking] = useState(false)
  const editing = useAsked<Role>()
  const deleting = useAsked<Role>()
  const add = (
    <Button variant="outlined" size="small" startIcon={<Plus size={16} />} onClick={() => setMaking(true)}>
      {t('role.new')}
    </Button>
  )
  return (
    <Card title={t('role.list')} flush actions={data && data.length > 0 && add} {...(data && { count: data.length })}>
      {data?.map((role) => (
        <RoleRow key={role.id} role={role} onEdit={() => editing.ask(role)} onDelete={() => deleting.ask(role)} />
      ))}
      {data?.length === 0 && <EmptyState icon="shield" title={t('role.empty')} text={t('role.emptyText')} actions={add} />}
      {error && !data && <ErrorState title={t('role.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={3} />
        </div>
      )}
      <RoleDialog open={making} onClose={() => setMaking(false)} />
      <RoleDialog role={editing.subject} open={editing.open} onClose={editing.close} />
      <DeleteRoleDialog role={deleting.subject} open={deleting.open} onClose={deleting.close} />
    </Card>
  )
}

function RoleRow({ role: { name, description, permissions }, onEdit, onDelete }: { role: Role; onEdit(): void; onDelete(): void }) {
  const t = useT()
  const count = t('role.permissions', { count: permissions.length })
  return (
    <div className="io-list-item pages-key">
      <span className="io-tile pages-mark" aria-hidden>
        <ShieldCheck size={16} />
      </span>
      <span className="io-col io-grow">
        <bdi className="io-strong io-trunc">{name}</bdi>
        <span className="io-cap io-trunc">{[count, description].filter(Boolean).join(' · ')}</span>
      </span>
      <Button variant="text" size="small" startIcon={<Pencil size={14} />} aria-label={t('role.editOf', { name })} onClick={onEdit}>
        {t('role.edit')}
      </Button>
      <Button variant="text" size="small" startIcon={<Trash2 size={14} />} aria-label={t('role.deleteOf', { name })} onClick={onDelete}>
        {t('role.delete')}
      </Button>
    </div>
  )
}
