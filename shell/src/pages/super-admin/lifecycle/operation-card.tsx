import { AppLink, Card, ErrorState, SkeletonLines, StatusChip, optionLabel, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { Operation } from '../../../clients/operations'
import { operationPath } from '../paths'
import { OperationFailure } from './operation-failure'
import { OperationSteps } from './operation-steps'
import { useOperation } from './use-operation'
import { useStarted } from './use-started'

/** What was started on this page, as it goes on; nothing before. */
export function StartedCard() {
  const { id, dismiss } = useStarted()
  return id ? <OperationCard key={id} id={id} onClose={dismiss} /> : null
}

function OperationCard({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT()
  const { data, error, refetch } = useOperation(id)
  const actions = (
    <>
      <AppLink className="io-link io-dense" href={operationPath(id)}>
        {t('operation.details')}
      </AppLink>
      <Button variant="text" size="small" onClick={onClose}>
        {t('operation.close')}
      </Button>
    </>
  )
  return (
    <div className="pages-started">
      <Card title={data ? operationTitle(t, data) : t('operation.one')} count={data && <OperationChip state={data.state} />} actions={actions}>
        {data && <OperationProgress operation={data} />}
        {error && !data && <ErrorState title={t('operation.notLoaded')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines rows={2} />}
      </Card>
    </div>
  )
}

/** Steps, and the failure if there was one. */
export function OperationProgress({ operation }: { operation: Operation }) {
  const t = useT()
  return (
    <div className="io-col io-gap-12">
      <p className="io-sr" role="status">
        {optionLabel(t, 'operationState', operation.state)}
      </p>
      {operation.error && <OperationFailure error={operation.error} />}
      {operation.steps.length > 0 && <OperationSteps steps={operation.steps} />}
    </div>
  )
}

/** "Install crm". */
export const operationTitle = (t: ReturnType<typeof useT>, { kind, module_id }: Operation): string =>
  [optionLabel(t, 'kind', kind), module_id].filter(Boolean).join(' · ')

export function OperationChip({ state, cell = false }: { state: Operation['state']; cell?: boolean }) {
  const t = useT()
  return (
    <StatusChip state={state} cell={cell}>
      {optionLabel(t, 'operationState', state)}
    </StatusChip>
  )
}
