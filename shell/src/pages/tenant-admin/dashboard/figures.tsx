import { Num, Skeleton, StatStrip, StatTile, useCan, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'
import { invitations, users } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { useEnabledModules } from '../../../root/feed/use-enabled-modules'

/** Only the count is wanted. */
const COUNT: ListParams = { limit: 1 }
const ADMINISTRATORS: ListParams = { ...COUNT, user_type: 'admin', is_active: true }
const PENDING: ListParams = { ...COUNT, status: 'pending' }

/** Figures of the organization itself; those of its work come from the modules. */
export function Figures() {
  const t = useT()
  const invites = useCan(CORE_PERMISSIONS.invite)
  const modules = useEnabledModules()
  const people = useList(users, COUNT)
  const administrators = useList(users, ADMINISTRATORS)
  const pending = useList(invitations, PENDING, { enabled: invites })
  const admins = administrators.data?.total
  return (
    <div data-span="12">
      <StatStrip label={t('dashboard.figures')}>
        <StatTile
          label={t('figure.people')}
          value={<Count of={people} />}
          note={admins !== undefined && t('figure.administrators', { count: admins })}
        />
        {invites && (
          <StatTile label={t('figure.invitations')} value={<Count of={pending} />} note={t(pending.data?.total ? 'figure.waiting' : 'figure.noneWaiting')} />
        )}
        <StatTile label={t('figure.modules')} value={<Num value={modules.length} />} note={t('figure.modulesNote')} />
      </StatStrip>
    </div>
  )
}

/** A total, a bar while it loads, a dash when it did not. */
function Count({ of: { data, isPending } }: { of: { data: { total?: number } | undefined; isPending: boolean } }): ReactNode {
  return isPending ? <Skeleton width={40} height={20} /> : <Num value={data?.total} />
}
