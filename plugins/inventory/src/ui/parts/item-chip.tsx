import { StatusChip, useT } from '@innoerp/sdk/ui'
import type { Item } from '../../shared/item.js'

/** What is to be known of an item at once: it runs low, or is not used any more. */
export function ItemChip({ item: { is_active, is_low } }: { item: Item }) {
  const t = useT()
  if (!is_active) return <StatusChip state="inactive">{t('item.inactive')}</StatusChip>
  return is_low ? <StatusChip state="low_stock">{t('item.low')}</StatusChip> : null
}
