import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import {
  columnsOf, DataTable, filter, ImportButton, PageFrame, SavedViews, useBulkDelete, useList, useListState, useNew, usePhone, useT,
  type ListStateHandle, type ListView, type PhoneRow,
} from '@innoerp/sdk/ui'
import { ItemList, type Item } from '../../shared/item.js'
import { itemForm } from '../forms.js'
import { items } from '../inventory-api.js'
import { ItemChip } from '../parts/item-chip.js'
import { ItemPanel } from '../parts/item-panel.js'
import { OnHand } from '../parts/quantity.js'

const column = columnsOf<Item>()
const columns = [
  column.name('name', { link: ({ id }) => `/items/${id}` }),
  column.text('sku', { mono: true, width: 148 }),
  column.custom('on_hand', { figure: true, width: 132, render: (item) => <OnHand item={item} /> }),
  column.number('min_stock', { width: 132 }),
  column.text('barcode', { mono: true, width: 148 }),
  column.custom('state', { width: 116, label: 'field.status', sort: 'status', render: (item) => <ItemChip item={item} /> }),
  column.date('updated_at', { rel: true, optional: true }),
]
const filters = [filter.yesno('is_low'), filter.yesno('is_active'), filter.text('unit')]

/** Everything that is kept in stock. */
export default function ItemsPage() {
  const t = useT()
  const navigate = useNavigate()
  const phone = usePhone()
  const views = useViews()
  const list = useListState({ views })
  const remove = useBulkDelete(items, { name: 'item', permission: 'inventory.write' })
  const create = useNew({ form: itemForm, permission: 'inventory.write', onDone: ({ id }) => void navigate(`/items/${id}`) })
  const actions = (
    <>
      {!phone && <ImportItems />}
      {create.button}
    </>
  )
  return (
    <PageFrame fill title={t('nav.items')} permission="inventory.read" actions={actions} tabs={<SavedViews views={views} state={list} />}>
      <DataTable
        name="item"
        source={items}
        spec={ItemList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'package', actions: <FirstActions create={create.button} /> }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (item: Item) => <ItemPanel key={item.id} item={item} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = (item: Item): PhoneRow => ({
  title: item.name,
  meta: [<span key="sku" className="io-id">{item.sku}</span>],
  figure: <OnHand item={item} />,
  ...((item.is_low || !item.is_active) && { state: <ItemChip item={item} /> }),
})

const ImportItems = () => <ImportButton name="item" permission="inventory.import" to="/import" />

const FirstActions = ({ create }: { create: ReactNode }) => (
  <>
    <ImportItems />
    {create}
  </>
)

/** All items, and those that run low. */
function useViews(): readonly ListView[] {
  const all = useList(items, { limit: 1 }).data?.total
  const low = useList(items, { limit: 1, is_low: true }).data?.total
  return useMemo(
    () => [
      { id: 'all', label: 'view.all', count: all },
      { id: 'low', label: 'view.low', count: low, filters: [{ field: 'is_low', values: ['true'] }] },
    ],
    [all, low],
  )
}
