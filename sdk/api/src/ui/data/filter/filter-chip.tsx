import { X } from 'lucide-react'
import type { MouseEvent } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { fieldLabel } from '../list/labels.js'
import type { Filter, FilterField } from '../list/filters.js'
import { FilterValue } from './filter-value.js'

export interface FilterChipProps {
  field: FilterField
  filter: Filter
  onEdit(anchor: HTMLElement): void
  onRemove(): void
}

/** One condition: a press on its words changes it, the cross takes it away. */
export function FilterChip({ field, filter, onEdit, onRemove }: FilterChipProps) {
  const t = useT()
  const kit = useT(KIT)
  const label = fieldLabel(t, field.name, field.label)
  const edit = (event: MouseEvent<HTMLButtonElement>) => event.currentTarget.parentElement && onEdit(event.currentTarget.parentElement)
  return (
    <span className="io-filter-chip">
      <button type="button" className="io-filter-words" aria-haspopup="dialog" onClick={edit}>
        <span>{kit(filter.values.length > 1 ? 'filter.isAny' : 'filter.is', { field: label })}</span>{' '}
        <b>
          <FilterValue field={field} values={filter.values} />
        </b>
      </button>
      <button type="button" className="io-filter-remove" aria-label={kit('filter.remove', { field: label })} onClick={onRemove}>
        <X size={13} aria-hidden />
      </button>
    </span>
  )
}
