import { AppLink, Avatar, Card, EmptyState, Num, StatusChip, useAll, useT } from '@innoerp/sdk/ui'
import { useMemo } from 'react'
import type { Rollout } from '../../../../clients/rollouts'
import { tenantsWithUsage } from '../detail/tenant-use'
import { tenantModulesPath } from '../../paths'

/** Whom the rollout moved so far, and what they run now. */
export function RolloutTenants({ rollout }: { rollout: Rollout }) {
  const t = useT()
  const source = useMemo(() => tenantsWithUsage(rollout.module_id), [rollout.module_id])
  const { data = [] } = useAll(source)
  const begun = rollout.waves.filter(({ state }) => state !== 'waiting')
  const moved = begun.flatMap(({ organizations }, wave) => organizations.map((id) => ({ id, wave: wave + 1, tenant: data.find((one) => one.id === id) })))
  return (
    <Card span={8} title={t('rollout.movedTitle')} count={moved.length} flush>
      {moved.length === 0 && <EmptyState icon="company" title={t('rollout.nobody')} text={t('rollout.nobodyText')} />}
      {moved.map(({ id, wave, tenant }) => (
        <AppLink key={id} className="io-list-item" href={tenantModulesPath(id)}>
          <Avatar name={tenant?.name ?? '?'} id={id} size={24} square />
          <bdi className="io-strong io-trunc io-grow">{tenant?.name ?? id}</bdi>
          <span className="io-cap io-no-phone">{t('rollout.wave', { wave })}</span>
          <span className="io-cap io-no-phone">
            <Num value={tenant?.errors ?? 0} /> {t('field.errors')}
          </span>
          <StatusChip cell state={tenant?.resolved_version === rollout.module_version ? 'done' : 'waiting'}>
            {tenant?.resolved_version ?? t('versions.none')}
          </StatusChip>
        </AppLink>
      ))}
    </Card>
  )
}
