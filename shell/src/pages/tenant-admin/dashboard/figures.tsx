import { Num, StatStrip, StatTile, useCan, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { invitations, users } from '../../../clients/user'
import { CORE_PERMISSIONS } from '../../../root/core-permissions'
import { useEnabledModules } from '../../../root/feed/use-enabled-modules'
import { CountTile } from '../../parts/count-tile'

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
        <CountTile
          label={t('figure.people')}
          value={people.data?.total}
          loading={people.isPending}
          note={admins === undefined ? undefined : t('figure.administrators', { count: admins })}
        />
        {invites && (
          <CountTile
            label={t('figure.invitations')}
            value={pending.data?.total}
            loading={pending.isPending}
            note={t(pending.data?.total === 0 ? 'figure.noneWaiting' : 'figure.waiting')}
          />
        )}
        <StatTile label={t('figure.modules')} value={<Num value={modules.length} />} note={t('figure.modulesNote')} />
      </StatStrip>
    </div>
  )
}
