import { columnsOf, DataTable, type ListParams, type PhoneRow, RecordName } from '@innoerp/sdk/ui'
import { MoveList, type Move } from '../../shared/move.js'
import { moves } from '../inventory-api.js'
import { itemKind, locationKind } from '../kinds.js'
import { MovePanel } from './move-panel.js'
import { ItemQuantity } from './stock-rows.js'

const column = columnsOf<Move>()
const place = (key: 'from_location_id' | 'to_location_id', link?: (move: Move) => string) => column.record(key, { of: locationKind, width: 152, ...(link && { link }) })
const quantity = column.custom('quantity', { figure: true, width: 128, render: (move) => <ItemQuantity itemId={move.item_id} value={move.quantity} /> })
const when = column.date('moved_at', { rel: true })

/** The columns of moves, with those of the item first or without it. */
export const moveColumns = [column.record('item_id', { of: itemKind, width: 240, link: ({ id }) => `/moves/${id}` }), quantity, place('from_location_id'), place('to_location_id'), column.text('reference'), when]
const columnsOfItem = [place('from_location_id', ({ id }) => `/moves/${id}`), place('to_location_id'), quantity, column.text('reference'), when]

export const moveRow = (move: Move): PhoneRow => ({
  title: <RecordName kind={itemKind} id={move.item_id} />,
  meta: [<RecordName key="from" kind={locationKind} id={move.from_location_id} />, <RecordName key="to" kind={locationKind} id={move.to_location_id} />],
  figure: <ItemQuantity itemId={move.item_id} value={move.quantity} />,
})

export const movePanel = (move: Move) => <MovePanel key={move.id} move={move} />

/** The moves of one item or location, the last first. */
export const MoveTable = ({ where }: { where: ListParams }) => (
  <DataTable embedded name="move" source={moves} spec={MoveList} sort="-moved_at" where={where} columns={'item_id' in where ? columnsOfItem : moveColumns} phoneRow={moveRow} />
)
