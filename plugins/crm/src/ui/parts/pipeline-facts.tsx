import { usePhone, useT, type ListStateHandle } from '@innoerp/sdk/ui'
import type { Pipeline } from '../../shared/pipeline.js'
import { sumByCurrency } from '../amounts.js'
import { useTotals } from '../crm-api.js'
import { boardParams } from '../deal-filters.js'
import { MoneySums } from './money-sums.js'

/** The line below the title: what the open deals come to, and what of it can be expected. */
export function PipelineFacts({ pipeline, list }: { pipeline: Pipeline; list: ListStateHandle }) {
  const t = useT()
  const room = usePhone() ? 'compact' : 'all'
  const totals = useTotals(pipeline.id, boardParams(list.state))
  const open = pipeline.stages.filter(({ kind }) => kind === 'open').map(({ id }) => id)
  const items = (totals.data?.items ?? []).filter(({ stage_id }) => open.includes(stage_id))
  const amount = sumByCurrency(items)
  if (amount.length === 0) return t('deal.noneOpen')
  const weighted = sumByCurrency(items.map(({ currency, weighted: share }) => ({ currency, amount: share })))
  return (
    <>
      {t('deal.openSum')} <MoneySums room={room} sums={amount} /> · {t('deal.expected')} <MoneySums room={room} sums={weighted} />
    </>
  )
}
