import { StatStrip, useAll, useFormat, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { registeredModules } from '../../../clients/modules'
import { tenants, type Tenant } from '../../../clients/tenant'
import { CountTile } from '../../parts/count-tile'
import { stateOf } from '../tenant-state'

/** Only the count is wanted. */
const COUNT: ListParams = { limit: 1 }
const ACTIVE: ListParams = { is_active: true }
const NEWEST_ACTIVE: ListParams = { ...ACTIVE, sort: '-created_at' }
/** Milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1000

/** Figures of the platform, out of its lists. */
export function Figures() {
  const t = useT()
  const [now] = useState(() => Date.now())
  const all = useList(tenants, COUNT)
  const active = useList(tenants, { ...COUNT, ...ACTIVE })
  // The server cannot filter by dates, so the active ones are read and counted, up to the most that a list gives.
  const rows = useAll(tenants, NEWEST_ACTIVE)
  const inactive = all.data?.total === undefined || active.data?.total === undefined ? undefined : all.data.total - active.data.total
  const joined = rows.data?.filter(({ created_at }) => now - Date.parse(created_at) < WEEK).length
  return (
    <div data-span="12">
      <StatStrip label={t('dashboard.figures')}>
        <CountTile
          label={t('figure.tenants')}
          value={all.data?.total}
          loading={all.isPending}
          note={joined === undefined ? undefined : t('figure.joined', { count: joined })}
        />
        <CountTile
          label={t('figure.active')}
          value={active.data?.total}
          loading={active.isPending}
          note={inactive === undefined ? undefined : t('figure.inactive', { count: inactive })}
        />
        <TrialTile rows={rows.data} loading={rows.isPending} now={now} />
        <ModulesTile />
      </StatStrip>
    </div>
  )
}

function TrialTile({ rows, loading, now }: { rows: readonly Tenant[] | undefined; loading: boolean; now: number }) {
  const t = useT()
  const ends = rows?.filter((tenant) => stateOf(tenant, new Date(now)) === 'trial').map(({ trial_ends_at }) => Date.parse(trial_ends_at ?? ''))
  const soon = ends?.filter((end) => end - now < WEEK).length
  return (
    <CountTile
      label={t('figure.trial')}
      value={ends?.length}
      loading={loading}
      note={soon === undefined ? undefined : t('figure.endsSoon', { count: soon })}
    />
  )
}

function ModulesTile() {
  const t = useT()
  const format = useFormat()
  const { data, isPending } = useAll(registeredModules)
  const loadable = data?.filter(({ core }) => !core)
  const signed = loadable?.filter(({ signature }) => signature === 'signed').length
  return (
    <CountTile
      label={t('figure.modules')}
      value={loadable?.length}
      loading={isPending}
      note={signed === undefined ? undefined : t('figure.signed', { count: format.number(signed) })}
    />
  )
}
