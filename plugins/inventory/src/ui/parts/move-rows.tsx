import { ArrowRight } from 'lucide-react'
import { columnsOf, DataTable, DateText, type PhoneRow, RecordName } from '@innoerp/sdk/ui'
import { MoveList, type Move } from '../../shared/move.js'
import { moves } from '../inventory-api.js'
import { itemKind, locationKind } from '../kinds.js'
import { MovePanel } from './move-panel.js'
import { ItemQuantity } from './stock-rows.js'

const column = columnsOf<Move>()
const place = (key: 'from_location_id' | 'to_location_id', link?: (move: Move) => string) => column.record(key, { of: locationKind, width: 152, ...(link && { link }) })
const quantity = column.custom('quantity', { figure: true, width: 128, render: (move) => <ItemQuantity itemId={move.item_id} value={move.quantity} /> })
const when = column.date('moved_at', { rel: true })

export const moveColumns = [column.record('item_id', { of: itemKind, width: 240, link: ({ id }) => `/moves/${id}` }), quantity, place('from_location_id'), place('to_location_id'), column.text('reference'), when]
const columnsOfItem = [place('from_location_id', ({ id }) => `/moves/${id}`), place('to_location_id'), quantity, column.text('reference'), when]

const Way = ({ move }: { move: Move }) => (
  <span className="io-row">
    <RecordName kind={locationKind} id={move.from_location_id} />
    <ArrowRight size={12} aria-hidden />
    <RecordName kind={locationKind} id={move.to_location_id} />
  </span>
)
const figureOf = (move: Move) => <ItemQuantity itemId={move.item_id} value={move.quantity} />

export const moveRow = (move: Move): PhoneRow => ({ title: <RecordName kind={itemKind} id={move.item_id} />, meta: [<Way key="way" move={move} />], figure: figureOf(move) })

const moveRowOfItem = (move: Move): PhoneRow => ({
  title: <Way move={move} />,
  meta: [<DateText key="when" rel value={move.moved_at} />, move.reference].filter(Boolean),
  figure: figureOf(move),
})

export const movePanel = (move: Move) => <MovePanel key={move.id} move={move} />

/** The moves of one item, the last first. */
export const MoveTable = ({ itemId }: { itemId: string }) => (
  <DataTable embedded name="move" source={moves} spec={MoveList} sort="-moved_at" where={{ item_id: itemId }} columns={columnsOfItem} phoneRow={moveRowOfItem} />
)
