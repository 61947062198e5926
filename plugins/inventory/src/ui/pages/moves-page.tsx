import { DataTable, filter, PageFrame, useListState, useNew, useT } from '@innoerp/sdk/ui'
import { MoveList } from '../../shared/move.js'
import { moveForm } from '../forms.js'
import { moves } from '../inventory-api.js'
import { itemKind, locationKind } from '../kinds.js'
import { moveColumns, movePanel, moveRow } from '../parts/move-rows.js'

const filters = [filter.record('item_id', itemKind), filter.record('from_location_id', locationKind), filter.record('to_location_id', locationKind), filter.person('created_by')]

/** Everything that went from one place to another, the last first. */
export default function MovesPage() {
  const t = useT()
  const list = useListState({ sort: '-moved_at' })
  const create = useNew({ form: moveForm, permission: 'inventory.move', onDone: ({ id }) => list.update({ open: id }) })
  return (
    <PageFrame fill title={t('nav.moves')} permission="inventory.read" actions={create.button}>
      <DataTable
        name="move"
        source={moves}
        spec={MoveList}
        columns={moveColumns}
        filters={filters}
        state={list}
        panel={movePanel}
        phoneRow={moveRow}
        empty={{ icon: 'truck', actions: create.button }}
      />
      {create.dialog}
    </PageFrame>
  )
}
