import { useMemo } from 'react'
import {
  Board, ErrorState, FilterBar, PanelSection, SidePanel, SkeletonLines, useAll, useCan, useRecord, useShortcut, useT,
  type BoardColumn, type ListStateHandle,
} from '@innoerp/sdk/ui'
import type { Deal } from '../../shared/deal.js'
import type { Pipeline } from '../../shared/pipeline.js'
import { sumByCurrency } from '../amounts.js'
import { deals, useMoveDeal } from '../crm-api.js'
import { BOARD_FILTERS, boardParams, within } from '../deal-filters.js'
import { STAGE_TONES } from '../words.js'
import { DealCard } from './deal-card.js'
import { DealPanel } from './deal-panel.js'
import { MoneySums } from './money-sums.js'

export interface DealBoardProps {
  pipeline: Pipeline
  list: ListStateHandle
  /** Adds a deal to a stage. */
  onAdd(stageId: string): void
}

/** The deals in the columns of their stages, the next to close first, and the one that was opened beside them. */
export function DealBoard({ pipeline, list, onAdd }: DealBoardProps) {
  const t = useT()
  const canWrite = useCan('crm.write')
  const moveDeal = useMoveDeal()
  const columns = useMemo(() => columnsOf(pipeline), [pipeline])
  const cards = useAll(deals, { sort: 'expected_close_date', ...boardParams(list.state) })
  const move = ({ card, state }: { card: Deal; state: string }) => moveDeal.mutateAsync({ id: card.id, stage_id: state })
  if (cards.error) return <ErrorState error={cards.error} title={t('deal.notLoaded')} onRetry={() => void cards.refetch()} />
  return (
    <div className="io-data">
      <FilterBar fields={BOARD_FILTERS} value={within(list.state.filters, BOARD_FILTERS)} onChange={(filters) => list.update({ filters })} />
      <div className="io-split">
        <Board<Deal>
          label={t('deal.board', { pipeline: pipeline.name })}
          columns={columns}
          cards={cards.data}
          columnOf={stageOf}
          title={nameOf}
          card={cardOf}
          sum={sumOf}
          ordered={false}
          onOpen={(deal) => list.update({ open: deal.id }, { push: true })}
          {...(canWrite && { onMove: move, onAdd })}
        />
        <OpenDeal pipeline={pipeline} list={list} />
      </div>
    </div>
  )
}

const stageOf = (deal: Deal) => deal.stage_id ?? ''
const nameOf = (deal: Deal) => deal.name
const cardOf = (deal: Deal) => <DealCard deal={deal} />
const sumOf = (shown: readonly Deal[]) => <MoneySums room="one" sums={sumByCurrency(shown)} />
const columnsOf = ({ stages }: Pipeline): readonly BoardColumn[] => stages.map(({ id, name, kind }) => ({ id, label: name, tone: STAGE_TONES[kind] }))

/** The deal that the address names, in the side panel. */
function OpenDeal({ pipeline, list }: Pick<DealBoardProps, 'pipeline' | 'list'>) {
  const t = useT()
  const { open } = list.state
  const deal = useRecord(deals, open)
  const close = () => list.update({ open: undefined })
  useShortcut(['Escape'], close, open !== undefined)
  return (
    <SidePanel open={open !== undefined} onClose={close} label={deal.data?.name ?? ''}>
      {deal.data ? (
        <DealPanel key={deal.data.id} deal={deal.data} pipeline={pipeline} onDeleted={close} />
      ) : (
        <PanelSection>
          {deal.error ? <ErrorState error={deal.error} title={t('deal.oneNotLoaded')} onRetry={() => void deal.refetch()} /> : <SkeletonLines />}
        </PanelSection>
      )}
    </SidePanel>
  )
}
