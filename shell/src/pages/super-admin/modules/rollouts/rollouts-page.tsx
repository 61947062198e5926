import { AppLink, Card, DateText, EmptyState, ErrorState, Num, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RegisteredModule } from '../../../../clients/modules'
import { rolloutsOf, type Rollout } from '../../../../clients/rollouts'
import { rolloutPath } from '../../paths'
import { ModuleFrame } from '../detail/module-frame'
import { NewRolloutDialog } from './new-rollout-dialog'
import { RolloutChip } from './rollout-chip'

/** New versions of a module that reach organizations in waves. */
export default function RolloutsPage() {
  return (
    <ModuleFrame tab="rollouts" actions={(module) => <NewRollout module={module} />}>
      {(module) => <RolloutsCard module={module} />}
    </ModuleFrame>
  )
}

function NewRollout({ module }: { module: RegisteredModule }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setOpen(true)}>
        {t('rollout.new')}
      </Button>
      <NewRolloutDialog module={module} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function RolloutsCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const source = useMemo(() => rolloutsOf(module.id), [module.id])
  const { data, error, refetch } = useAll(source)
  return (
    <Card title={t('rollout.list')} flush {...(data && { count: data.length })}>
      {data?.map((rollout) => (
        <RolloutRow key={rollout.id} rollout={rollout} />
      ))}
      {data?.length === 0 && <EmptyState icon="target" title={t('rollout.empty')} text={t('rollout.emptyText')} />}
      {error && !data && <ErrorState title={t('rollout.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={3} />
        </div>
      )}
    </Card>
  )
}

const errorsOf = ({ waves }: Rollout) => waves.reduce((sum, { errors }) => sum + errors, 0)
const movedOf = ({ waves }: Rollout) => waves.filter(({ state }) => state !== 'waiting').reduce((sum, { organizations }) => sum + organizations.length, 0)

function RolloutRow({ rollout }: { rollout: Rollout }) {
  const t = useT()
  return (
    <AppLink className="io-list-item pages-rollout" href={rolloutPath(rollout.module_id, rollout.id)}>
      <span className="io-col io-grow">
        <span className="io-strong">{t('rollout.to', { version: rollout.module_version })}</span>
        <span className="io-cap io-trunc">
          {rollout.reason ?? t('rollout.waveOf', { wave: rollout.current_wave + 1, waves: rollout.waves.length })} · {t('rollout.moved', { count: movedOf(rollout) })}
        </span>
      </span>
      <span className="io-no-phone io-cap">
        <Num value={errorsOf(rollout)} /> {t('field.errors')}
      </span>
      <span className="io-no-phone io-cap">
        <DateText value={rollout.created_at} rel />
      </span>
      <RolloutChip state={rollout.state} />
    </AppLink>
  )
}
