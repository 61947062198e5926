import { useNavigate, useParams } from 'react-router'
import { Avatar, Can, Card, CreateButton, FactsPanel, LoadFailed, PageFrame, RecordLayout, RecordMenu, SkeletonLines, useRecord, useT } from '@innoerp/sdk/ui'
import type { Item } from '../../shared/item.js'
import { itemForm, moveForm } from '../forms.js'
import { items } from '../inventory-api.js'
import { ItemChip } from '../parts/item-chip.js'
import { MoveTable } from '../parts/move-rows.js'
import { OnHand } from '../parts/quantity.js'
import { StockRows } from '../parts/stock-rows.js'

/** One item: where it lies, and how it came there. */
export default function ItemPage() {
  const t = useT()
  const { id = '' } = useParams()
  const item = useRecord(items, id)
  if (item.data) return <Loaded key={id} item={item.data} />
  return (
    <PageFrame title={t('nav.items')} permission="inventory.read">
      {item.error ? <LoadFailed error={item.error} title={t('item.oneNotLoaded')} onRetry={() => void item.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ item }: { item: Item }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <PageFrame
      fill
      title={item.name}
      permission="inventory.read"
      crumbs={[{ label: t('nav.items'), to: '' }]}
      lead={<Avatar name={item.name} id={item.id} square size={40} />}
      chip={<ItemChip item={item} />}
      facts={<span className="io-id">{item.sku}</span>}
      actions={
        <>
          <RecordMenu form={itemForm} record={item} title={item.name} permission="inventory.write" onDeleted={() => void navigate('/')} />
          <Can permission="inventory.move">
            <CreateButton form={moveForm} defaults={{ item_id: item.id }} />
          </Can>
        </>
      }
    >
      <RecordLayout facts={<ItemFacts item={item} />} factsLabel={t('item.facts')}>
        <Card flush title={t('stock.byPlace')}>
          <StockRows of={{ item_id: item.id }} none={t('stock.none')} />
        </Card>
        <Card flush title={t('nav.moves')}>
          <MoveTable itemId={item.id} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}

function ItemFacts({ item }: { item: Item }) {
  const t = useT()
  const onHand = { label: t('field.on_hand'), value: <OnHand item={item} /> }
  return (
    <FactsPanel
      form={itemForm}
      record={item}
      permission="inventory.write"
      sections={[{ title: 'item.facts', facts: [onHand, 'min_stock', 'unit', 'sku', 'barcode', 'is_active', 'description'] }, { facts: ['created_at', 'updated_at'] }]}
    />
  )
}
