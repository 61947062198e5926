import { AppLink, EmptyState, ErrorState, Meter, SkeletonLines, useFormat, useModule, useT } from '@innoerp/sdk/ui'
import type { Stage, StageTotal } from '../../shared/pipeline.js'
import { ownFirst, sumByCurrency, type Sum } from '../amounts.js'
import { usePipeline, useTotals } from '../crm-api.js'
import { MoneySums } from '../parts/money-sums.js'

/** What the open deals come to, stage by stage. */
export default function PipelineWidget() {
  const t = useT()
  const { pipeline, error, refetch } = usePipeline()
  const totals = useTotals(pipeline?.id, {})
  const retry = () => void Promise.all([refetch(), totals.refetch()])
  if (error ?? totals.error) return <ErrorState error={error ?? totals.error} title={t('deal.notLoaded')} onRetry={retry} />
  if (!pipeline || !totals.data) return <SkeletonLines rows={3} />
  const stages = pipeline.stages.filter(({ kind }) => kind === 'open')
  const items = totals.data.items.filter(({ stage_id }) => stages.some(({ id }) => id === stage_id))
  if (items.length === 0) return <NoDeals />
  return <Stages stages={stages} items={items} />
}

function NoDeals() {
  const t = useT()
  const base = useModule()?.basePath ?? ''
  const link = (
    <AppLink className="io-link" href={`${base}/deals`}>
      {t('widget.toDeals')}
    </AppLink>
  )
  return <EmptyState icon="deal" title={t('deal.noneOpen')} actions={link} />
}

function Stages({ stages, items }: { stages: readonly Stage[]; items: readonly StageTotal[] }) {
  const { settings, number } = useFormat()
  const rows = stages.map((stage) => {
    const own = items.filter(({ stage_id }) => stage_id === stage.id)
    const sums = sumByCurrency(own)
    return { stage, sums, deals: own.reduce((count, { deals }) => count + deals, 0), length: lengthOf(sums, settings.currency) }
  })
  const longest = Math.max(...rows.map(({ length }) => length))
  return (
    <ul className="io-bars">
      {rows.map(({ stage, sums, deals, length }) => (
        <li key={stage.id}>
          <span>
            {stage.name} <span className="io-count">{number(deals)}</span>
          </span>
          <b>
            <MoneySums room="one" sums={sums} />
          </b>
          <Meter label={stage.name} value={length} limit={longest} />
        </li>
      ))}
    </ul>
  )
}

/** How long a bar is: the amount that its figure shows first. A bar needs no exact sum. */
const lengthOf = (sums: readonly Sum[], currency: string): number => Number(ownFirst(sums, currency)[0]?.amount ?? 0)
