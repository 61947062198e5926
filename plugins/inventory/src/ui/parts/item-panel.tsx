import { FactsPanel, PanelHead, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Item } from '../../shared/item.js'
import { itemForm } from '../forms.js'
import { ItemChip } from './item-chip.js'
import { OnHand } from './quantity.js'
import { StockRows } from './stock-rows.js'

/** An item beside the list of items: what it is, and where it lies. */
export function ItemPanel({ item, onDeleted }: { item: Item; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelHead avatar="square" form={itemForm} record={item} title={item.name} second={item.sku} chip={<ItemChip item={item} />} permission="inventory.write" onDeleted={onDeleted} />
      <FactsPanel
        form={itemForm}
        record={item}
        permission="inventory.write"
        sections={[{ facts: [{ label: t('field.on_hand'), value: <OnHand item={item} /> }, 'min_stock', 'unit', 'barcode', 'is_active'] }]}
      />
      <PanelSection title={t('stock.byPlace')}>
        <StockRows of={{ item_id: item.id }} none={t('stock.none')} />
      </PanelSection>
    </>
  )
}
