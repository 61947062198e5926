import { ErrorState, LinkRows, SkeletonLines, useFormat, useList, useT } from '@innoerp/sdk/ui'
import { items } from '../inventory-api.js'
import { OnHand } from '../parts/quantity.js'

/** Items shown; more are counted. */
const SHOWN = 5

/** For a dashboard: how many items there are, and which of them run low. */
export default function LowStock() {
  const t = useT()
  const format = useFormat()
  const low = useList(items, { is_low: true, sort: 'name', limit: SHOWN })
  const all = useList(items, { limit: 1 })
  const failed = [low, all].find(({ error }) => error)
  if (failed) return <ErrorState error={failed.error} title={t('item.notLoaded')} onRetry={() => void failed.refetch()} />
  if (!low.data || !all.data) return <SkeletonLines rows={4} />
  const { items: shown, total = 0 } = low.data
  const rows = shown.map((item) => ({
    id: item.id,
    to: `/items/${item.id}`,
    title: item.name,
    second: t('widget.atLeast', { min: format.number(item.min_stock) }),
    end: <OnHand item={item} />,
  }))
  const sum = t('widget.lowOf', { count: total, all: all.data.total ?? 0 })
  return (
    <>
      <p className="io-cap">{sum}</p>
      {rows.length > 0 && <LinkRows rows={rows} none={t('widget.noneLow')} />}
    </>
  )
}
