import { Card, DateText, ErrorState, Facts, Note, PageFrame, SkeletonLines, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import { useParams } from 'react-router'
import { budgetShare, type Rollout } from '../../../../clients/rollouts'
import { REGISTRY_PATH, modulePath } from '../../paths'
import { useModule } from '../use-module'
import { RolloutActions } from './rollout-actions'
import { RolloutChip } from './rollout-chip'
import { RolloutTenants } from './rollout-tenants'
import { useRollout } from './use-rollout'
import { WaveStrip } from './wave-strip'

/** A rollout as it goes on: its waves with their figures, and what can be done now. */
export default function RolloutPage() {
  const t = useT()
  const { module: moduleId = '', rollout: id = '' } = useParams()
  const module = useModule(moduleId)
  const { data, error, refetch } = useRollout(id)
  const name = module.data?.module_name ?? moduleId
  const crumbs = [
    { label: t('catalogue.title'), to: REGISTRY_PATH.slice(1) },
    { label: name, to: modulePath(moduleId).slice(1) },
    { label: t('module.tab.rollouts'), to: modulePath(moduleId, 'rollouts').slice(1) },
  ]
  if (!data) {
    return (
      <PageFrame title={t('rollout.one')} crumbs={crumbs}>
        {error ? <ErrorState title={t('rollout.oneNotLoaded')} error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={t('rollout.title', { name, version: data.module_version })}
      crumbs={crumbs}
      chip={<RolloutChip state={data.state} />}
      facts={<RolloutFacts rollout={data} />}
      actions={<RolloutActions rollout={data} name={name} />}
    >
      <div className="io-col io-gap-16">
        {data.reason && <Note tone={data.state === 'stopped' ? 'danger' : 'info'} title={t(`option.rolloutState.${data.state}`)}>{data.reason}</Note>}
        {data.state === 'running' && isWaveOver(data) && <Note tone="info">{t('rollout.advanceWhenReady')}</Note>}
        <WaveStrip rollout={data} />
        <div className="io-grid">
          <RolloutTenants rollout={data} />
          <GateCard rollout={data} />
        </div>
      </div>
    </PageFrame>
  )
}

/** There is a further wave; it waits until somebody begins it. */
const isWaveOver = ({ current_wave, waves }: Rollout) => current_wave < waves.length - 1

function RolloutFacts({ rollout: { created_at, error_budget } }: { rollout: Rollout }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      {t('rollout.began')} <DateText value={created_at} rel /> ·{' '}
      {t('rollout.stopsAt', { share: format.percent(budgetShare(error_budget), { digits: 2 }) })}
    </>
  )
}

function GateCard({ rollout: { waves, error_budget, updated_at } }: { rollout: Rollout }) {
  const t = useT()
  const format = useFormat()
  const requests = waves.reduce((sum, wave) => sum + wave.requests, 0)
  const errors = waves.reduce((sum, wave) => sum + wave.errors, 0)
  const share = requests === 0 ? 0 : errors / requests
  const facts: Fact[] = [
    { label: t('field.requests'), value: <span className="io-num">{format.number(requests)}</span> },
    { label: t('field.errors'), value: <span className="io-num">{format.number(errors)}</span> },
    { label: t('rollout.share'), value: <span className="io-num">{format.percent(share, { digits: 2 })}</span> },
    { label: t('rollout.budget'), value: <span className="io-num">{format.percent(budgetShare(error_budget), { digits: 2 })}</span> },
    { label: t('field.updated_at'), value: <DateText value={updated_at} rel /> },
  ]
  return (
    <Card span={4} title={t('rollout.gate')}>
      <Facts items={facts} />
    </Card>
  )
}
