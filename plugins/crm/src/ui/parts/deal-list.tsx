import type { ReactNode } from 'react'
import { columnsOf, DataTable, Money, Num, useBulkDelete, useT, type ListStateHandle, type PhoneRow, type TableSum } from '@innoerp/sdk/ui'
import { DealList as dealList, type Deal } from '../../shared/deal.js'
import type { Pipeline } from '../../shared/pipeline.js'
import { sumByCurrency } from '../amounts.js'
import { deals, useTotals } from '../crm-api.js'
import { boardParams, LIST_FILTERS } from '../deal-filters.js'
import { companyKind } from '../kinds.js'
import { CloseDate } from './close-date.js'
import { DealPanel } from './deal-panel.js'
import { MoneySums } from './money-sums.js'
import { StageChip } from './stage-chip.js'

const column = columnsOf<Deal>()
const columns = [
  column.name('name', { avatar: null }),
  column.record('company_id', { of: companyKind }),
  column.custom('stage_id', { width: 132, render: (deal) => <StageChip cell id={deal.stage_id} /> }),
  column.money('amount', { currency: 'currency' }),
  column.custom('probability', { width: 96, render: (deal) => <Num kind="percent" value={(deal.probability ?? 0) / 100} /> }),
  column.custom('expected_close_date', { width: 120, render: (deal) => <CloseDate deal={deal} /> }),
  column.person('owner_id'),
  column.date('updated_at', { rel: true, optional: true }),
]

export interface DealListProps {
  pipeline: Pipeline
  list: ListStateHandle
  /** Opens the form of a new deal. */
  create: ReactNode
}

/** The deals as a table. */
export function DealList({ pipeline, list, create }: DealListProps) {
  const remove = useBulkDelete(deals, { name: 'deal', permission: 'crm.write' })
  const sums = useSums(pipeline, list)
  return (
    <DataTable
      name="deal"
      source={deals}
      spec={dealList}
      columns={columns}
      filters={LIST_FILTERS}
      state={list}
      bulk={[remove]}
      sums={sums}
      panel={panelIn(pipeline, list)}
      phoneRow={phoneRow}
      empty={{ icon: 'deal', actions: create }}
    />
  )
}

const panelIn = (pipeline: Pipeline, list: ListStateHandle) => (deal: Deal) => (
  <DealPanel key={deal.id} deal={deal} pipeline={pipeline} onDeleted={() => list.update({ open: undefined })} />
)

const phoneRow = (deal: Deal): PhoneRow => ({
  title: deal.name,
  ...(deal.expected_close_date && { meta: [<CloseDate key="date" deal={deal} />] }),
  ...(deal.amount && { figure: <Money value={deal.amount} currency={deal.currency} /> }),
  state: <StageChip cell id={deal.stage_id} />,
})

/** What the deals that the filter leaves come to. */
function useSums({ id, stages }: Pipeline, { state }: ListStateHandle): readonly TableSum[] {
  const t = useT()
  const totals = useTotals(id, boardParams(state))
  const chosen = (field: string) => state.filters.find((one) => one.field === field)?.values[0]
  const [stage, kind] = [chosen('stage_id'), chosen('stage_kind')]
  const counted = stages.filter((one) => (!stage || one.id === stage) && (!kind || one.kind === kind)).map((one) => one.id)
  const sums = sumByCurrency((totals.data?.items ?? []).filter(({ stage_id }) => counted.includes(stage_id)))
  return sums.length > 0 ? [{ label: t('field.amount'), value: <MoneySums sums={sums} /> }] : []
}
