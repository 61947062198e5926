import { useNavigate, useParams } from 'react-router'
import {
  AddButton, Avatar, Can, Card, CreateButton, FactsPanel, LinkRows, LoadFailed, optionLabel, PageFrame, RecordLayout, RecordMenu, SkeletonLines, useList, useRecord, useT,
} from '@innoerp/sdk/ui'
import type { Location } from '../../shared/location.js'
import { locationForm, moveForm } from '../forms.js'
import { locations } from '../inventory-api.js'
import { StockRows } from '../parts/stock-rows.js'

/** One location: what lies there, and the locations below it. */
export default function LocationPage() {
  const t = useT()
  const { id = '' } = useParams()
  const location = useRecord(locations, id)
  if (location.data) return <Loaded key={id} location={location.data} />
  return (
    <PageFrame title={t('nav.locations')} permission="inventory.read">
      {location.error ? <LoadFailed error={location.error} title={t('location.oneNotLoaded')} onRetry={() => void location.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ location }: { location: Location }) {
  const t = useT()
  const navigate = useNavigate()
  const { id, name, type } = location
  const facts = (
    <FactsPanel
      form={locationForm}
      record={location}
      permission="inventory.write"
      sections={[{ title: 'location.facts', facts: ['code', 'type', 'parent_id'] }, { facts: ['created_at', 'updated_at'] }]}
    />
  )
  return (
    <PageFrame
      fill
      title={name}
      permission="inventory.read"
      crumbs={[{ label: t('nav.locations'), to: 'locations' }]}
      lead={<Avatar name={name} id={id} square size={40} />}
      facts={optionLabel(t, 'type', type)}
      actions={
        <>
          <RecordMenu form={locationForm} record={location} title={name} permission="inventory.write" onDeleted={() => void navigate('/locations')} />
          <Can permission="inventory.move">
            <CreateButton form={moveForm} defaults={type === 'internal' ? { from_location_id: id } : {}} />
          </Can>
        </>
      }
    >
      <RecordLayout facts={facts} factsLabel={t('location.facts')}>
        <Card flush title={t('stock.here')}>
          <StockRows of={{ location_id: id }} none={t('stock.nothingHere')} />
        </Card>
        <Card flush title={t('location.below')} actions={<AddButton form={locationForm} permission="inventory.write" defaults={{ parent_id: id, type }} />}>
          <Below id={id} />
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}

function Below({ id }: { id: string }) {
  const t = useT()
  const list = useList(locations, { parent_id: id, sort: 'name', limit: 200 })
  if (!list.data) return <SkeletonLines rows={1} />
  const rows = list.data.items.map((one) => ({ id: one.id, to: `/locations/${one.id}`, title: one.name, second: one.code }))
  return <LinkRows rows={rows} none={t('location.noneBelow')} />
}
