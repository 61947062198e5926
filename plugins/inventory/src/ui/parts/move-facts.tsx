import { Link } from 'react-router'
import { DateText, Facts, NOTHING, PersonName, RecordName, useList, useT, type Fact } from '@innoerp/sdk/ui'
import type { Move } from '../../shared/move.js'
import { moves } from '../inventory-api.js'
import { itemKind, locationKind } from '../kinds.js'
import { ItemQuantity } from './stock-rows.js'

/** The move that took a move back; undefined while there is none. */
export const useReverseOf = (move: Move): Move | undefined => useList(moves, { reverses_id: move.id, limit: 1, total: false }).data?.items[0]

/** Everything about a move; nothing of it can be changed. */
export function MoveFacts({ move }: { move: Move }) {
  const t = useT()
  const reverse = useReverseOf(move)
  const place = (id: string) => (
    <Link className="io-link" to={`/locations/${id}`}>
      <RecordName kind={locationKind} id={id} />
    </Link>
  )
  const other = (label: string, id: string | null | undefined): Fact[] => (id ? [{ label, value: <Link className="io-link" to={`/moves/${id}`}>{t('move.see')}</Link> }] : [])
  return (
    <Facts
      items={[
        { label: t('field.item_id'), value: <Link className="io-link" to={`/items/${move.item_id}`}><RecordName kind={itemKind} id={move.item_id} /></Link> },
        { label: t('field.quantity'), value: <ItemQuantity itemId={move.item_id} value={move.quantity} /> },
        { label: t('field.from_location_id'), value: place(move.from_location_id) },
        { label: t('field.to_location_id'), value: place(move.to_location_id) },
        { label: t('field.reference'), value: move.reference ?? NOTHING },
        { label: t('field.moved_at'), value: <DateText value={move.moved_at} time /> },
        { label: t('field.created_by'), value: <PersonName id={move.created_by} /> },
        ...other(t('field.reverses_id'), move.reverses_id),
        ...other(t('move.reversedBy'), reverse?.id),
      ]}
    />
  )
}
