import { AppLink, Card, DateText, ErrorState, Facts, NOTHING, PageFrame, SkeletonLines, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import { useParams } from 'react-router'
import type { Operation } from '../../../clients/operations'
import { OperationChip, OperationProgress, operationTitle } from '../lifecycle/operation-card'
import { useOperation } from '../lifecycle/use-operation'
import { OPERATIONS_PATH, modulePath } from '../paths'

/** An operation as it goes on, step by step. */
export default function OperationPage() {
  const t = useT()
  const { id = '' } = useParams()
  const { data, error, refetch } = useOperation(id)
  const crumbs = [{ label: t('operation.list'), to: OPERATIONS_PATH.slice(1) }]
  if (!data) {
    return (
      <PageFrame title={t('operation.one')} crumbs={crumbs}>
        {error ? <ErrorState title={t('operation.notLoaded')} error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
      </PageFrame>
    )
  }
  return (
    <PageFrame title={operationTitle(t, data)} crumbs={crumbs} chip={<OperationChip state={data.state} />}>
      <div className="io-grid">
        <Card span={8} title={t('operation.progress')}>
          <OperationProgress operation={data} />
        </Card>
        <FactsCard operation={data} />
      </div>
    </PageFrame>
  )
}

/** Before its first installation a module is known by its package alone, and has no page. */
const isPackage = (name: string) => name.includes('/')

function ModuleLink({ name }: { name: string | null }) {
  if (name === null) return NOTHING
  if (isPackage(name)) return <code className="io-mono">{name}</code>
  return (
    <AppLink className="io-link" href={modulePath(name)}>
      {name}
    </AppLink>
  )
}

function FactsCard({ operation: { id, module_id, created_at, finished_at } }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  const facts: Fact[] = [
    {
      label: t('field.module'),
      value: <ModuleLink name={module_id} />,
    },
    { label: t('field.began'), value: <DateText value={created_at} time /> },
    { label: t('field.ended'), value: <DateText value={finished_at} time /> },
    ...(finished_at ? [{ label: t('operation.took'), value: t('operation.seconds', { seconds: format.number((Date.parse(finished_at) - Date.parse(created_at)) / 1000, { digits: 1 }) }) }] : []),
    { label: t('field.id'), value: <code className="io-mono">{id}</code> },
  ]
  return (
    <Card span={4} title={t('operation.facts')}>
      <Facts items={facts} />
    </Card>
  )
}
