import { Num, Skeleton, StatStrip, StatTile, useAll, useFormat, useList, useT, type ListParams } from '@innoerp/sdk/ui'
import { useState } from 'react'
import { registeredModules, tenants } from '../../../clients/tenant'
import { stateOf } from '../tenant-state'

/** Only the count is wanted. */
const COUNT: ListParams = { limit: 1 }
const ACTIVE: ListParams = { ...COUNT, is_active: true }
/** Milliseconds. */
const WEEK = 7 * 24 * 60 * 60 * 1000

/** Figures of the platform, out of its lists. */
export function Figures() {
  const t = useT()
  const format = useFormat()
  const all = useList(tenants, COUNT)
  const active = useList(tenants, ACTIVE)
  const modules = useAll(registeredModules)
  const total = all.data?.total
  const inactive = total === undefined || active.data?.total === undefined ? undefined : total - active.data.total
  const loadable = modules.data?.filter(({ core }) => !core).length
  return (
    <div data-span="12">
      <StatStrip label={t('dashboard.figures')}>
        <StatTile label={t('figure.tenants')} value={<Figure value={total} loading={all.isPending} />} />
        <StatTile
          label={t('figure.active')}
          value={<Figure value={active.data?.total} loading={active.isPending} />}
          note={inactive !== undefined && t('figure.inactive', { count: inactive })}
        />
        <OnTrial />
        <StatTile
          label={t('figure.modules')}
          value={<Figure value={loadable} loading={modules.isPending} />}
          note={modules.data && t('figure.signed', { count: format.number(modules.data.filter(({ core, signature }) => !core && signature === 'signed').length) })}
        />
      </StatStrip>
    </div>
  )
}

/** The server cannot filter by the end of a trial, so active organizations are read and counted, up to the most that a list gives. */
function OnTrial() {
  const t = useT()
  const { data, isPending } = useAll(tenants, { is_active: true, sort: '-created_at' })
  const [now] = useState(() => new Date())
  const ends = data?.filter((tenant) => stateOf(tenant, now) === 'trial').map(({ trial_ends_at }) => Date.parse(trial_ends_at ?? ''))
  const soon = ends?.filter((end) => end - now.getTime() < WEEK).length
  return (
    <StatTile
      label={t('figure.trial')}
      value={<Figure value={ends?.length} loading={isPending} />}
      note={soon !== undefined && t('figure.endsSoon', { count: soon })}
    />
  )
}

/** A figure, a bar while it loads, a dash when it did not. */
const Figure = ({ value, loading }: { value: number | undefined; loading: boolean }) =>
  loading ? <Skeleton width={40} height={20} /> : <Num value={value} />
