import { ErrorState, LinkRows, RecordName, SkeletonLines, useList, useRecord, useT } from '@innoerp/sdk/ui'
import type { Stock } from '../../shared/stock.js'
import { items, stock } from '../inventory-api.js'
import { itemKind, locationKind } from '../kinds.js'
import { Quantity } from './quantity.js'

const SHOWN = 100

/** Whose stock: where an item lies, or what lies at a location. */
export type StockOf = { item_id: string } | { location_id: string }

/** What there is, most first; places without anything are left out. */
export function StockRows({ of, none }: { of: StockOf; none: string }) {
  const t = useT()
  const list = useList(stock, { ...of, sort: '-quantity', limit: SHOWN })
  if (list.error) return <ErrorState error={list.error} title={t('stock.notLoaded')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines rows={2} />
  const found = list.data.items.filter(({ quantity }) => Number(quantity) !== 0)
  const rows = 'item_id' in of ? found.map((row) => placeRow(row, t('stock.outside'))) : found.map(itemRow)
  return <LinkRows rows={rows} none={none} />
}

const placeRow = ({ id, item_id, location_id, location_type, quantity }: Stock, outside: string) => ({
  id,
  to: `/locations/${location_id}`,
  title: <RecordName kind={locationKind} id={location_id} />,
  ...(location_type !== 'internal' && { second: outside }),
  end: <ItemQuantity itemId={item_id} value={quantity} />,
})

const itemRow = ({ id, item_id, quantity }: Stock) => ({
  id,
  to: `/items/${item_id}`,
  title: <RecordName kind={itemKind} id={item_id} />,
  end: <ItemQuantity itemId={item_id} value={quantity} />,
})

/** A quantity in the unit of its item. */
export const ItemQuantity = ({ itemId, value }: { itemId: string; value: string }) => <Quantity value={value} unit={useRecord(items, itemId).data?.unit} />
