import { Card, ConfirmDialog, DateText, EmptyState, IconButton, PageFrame, useAll, useRemove, useSession, useT, useToast } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { superAdmins, type SuperAdmin } from '../../../clients/platform'
import { Loaded } from '../../parts/loaded'
import { useAsked, type Asked } from '../../parts/use-asked'
import { TenantCommands } from '../tenant-commands'
import { AddAdminDialog } from './add-admin-dialog'

/** Who administers the platform. */
export default function AdminsPage() {
  const t = useT()
  const query = useAll(superAdmins)
  const [adding, setAdding] = useState(false)
  const removing = useAsked<SuperAdmin>()
  const add = (
    <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t('admin.new')}
    </Button>
  )
  return (
    <PageFrame title={t('admin.list')} facts={t('admin.facts')} actions={add}>
      <TenantCommands />
      <Card title={t('admin.list')} flush {...(query.data && { count: query.data.length })}>
        <Loaded query={query} failed={t('admin.notLoaded')}>
          {(admins) => (admins.length === 0 ? <EmptyState icon="people" title={t('admin.empty')} /> : admins.map((admin) => <AdminRow key={admin.id} admin={admin} onRemove={() => removing.ask(admin)} />))}
        </Loaded>
      </Card>
      <AddAdminDialog open={adding} onClose={() => setAdding(false)} />
      <RemoveAdmin {...removing} />
    </PageFrame>
  )
}

function AdminRow({ admin: { id, email, created_at }, onRemove }: { admin: SuperAdmin; onRemove(): void }) {
  const t = useT()
  const { user } = useSession()
  return (
    <div className="io-list-item pages-step">
      <span className="io-col io-grow">
        <bdi className="io-strong io-trunc">{email}</bdi>
        <span className="io-cap">
          {t('admin.since')} <DateText value={created_at} />
        </span>
      </span>
      {id === user.id ? (
        <span className="io-tag">{t('admin.you')}</span>
      ) : (
        <IconButton small label={t('admin.removeName', { email })} onClick={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

function RemoveAdmin({ subject, open, close }: Asked<SuperAdmin>) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(superAdmins)
  const values = { email: subject?.email ?? '' }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('admin.removeTitle', values)}
      losses={[
        { label: t('loss.access'), value: t('admin.removeLoss') },
        { label: t('loss.kept'), value: t('admin.removeKept') },
      ]}
      verb={t('admin.remove')}
      onConfirm={async () => {
        if (!subject) return
        await remove.mutateAsync([subject.id])
        toast(t('admin.removed', values))
      }}
    />
  )
}
