import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { columnsOf, DataTable, filter, optionLabel, PageFrame, useBulkDelete, useListState, useNew, useT, type ListStateHandle, type PhoneRow, type Translate } from '@innoerp/sdk/ui'
import { LOCATION_TYPES, LocationList, type Location } from '../../shared/location.js'
import { locationForm } from '../forms.js'
import { locations } from '../inventory-api.js'
import { locationKind } from '../kinds.js'
import { LocationPanel } from '../parts/location-panel.js'

const column = columnsOf<Location>()
const columnsIn = (t: Translate) => [
  column.name('name', { link: ({ id }) => `/locations/${id}` }),
  column.text('code', { mono: true, width: 148 }),
  column.custom('type', { width: 148, render: ({ type }) => optionLabel(t, 'type', type) }),
  column.record('parent_id', { of: locationKind }),
  column.date('updated_at', { rel: true }),
]
const filters = [filter.choice('type', LOCATION_TYPES), filter.record('parent_id', locationKind)]

/** All places that stock moves from and to. */
export default function LocationsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const remove = useBulkDelete(locations, { name: 'location', permission: 'inventory.write' })
  const create = useNew({ form: locationForm, permission: 'inventory.write', onDone: ({ id }) => void navigate(`/locations/${id}`) })
  const columns = useMemo(() => columnsIn(t), [t])
  const phoneRow = ({ name, code, type }: Location): PhoneRow => ({ title: name, meta: [code, optionLabel(t, 'type', type)].filter(Boolean) })
  return (
    <PageFrame fill title={t('nav.locations')} permission="inventory.read" actions={create.button}>
      <DataTable
        name="location"
        source={locations}
        spec={LocationList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'warehouse', actions: create.button }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (location: Location) => <LocationPanel key={location.id} location={location} onDeleted={() => list.update({ open: undefined })} />
