import { FactsPanel, optionLabel, PanelHead, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Location } from '../../shared/location.js'
import { locationForm } from '../forms.js'
import { StockRows } from './stock-rows.js'

/** A location beside the list of locations. */
export function LocationPanel({ location, onDeleted }: { location: Location; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelHead
        avatar="square"
        form={locationForm}
        record={location}
        title={location.name}
        second={optionLabel(t, 'type', location.type)}
        permission="inventory.write"
        onDeleted={onDeleted}
      />
      <FactsPanel form={locationForm} record={location} permission="inventory.write" sections={[{ facts: ['code', 'type', 'parent_id'] }]} />
      <PanelSection title={t('stock.here')}>
        <StockRows of={{ location_id: location.id }} none={t('stock.nothingHere')} />
      </PanelSection>
    </>
  )
}
