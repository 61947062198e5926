import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Popover } from '../../mui/index.js'
import type { Filter, FilterField } from '../list/filters.js'
import { fieldLabel } from '../list/labels.js'
import { FilterEditor } from './filter-editor.js'

/** A condition being made or changed. */
export interface Editing {
  anchor: HTMLElement
  /** Undefined while the field is still being chosen. */
  field: FilterField | undefined
}

interface FilterPopoverProps {
  editing: Editing | null
  free: readonly FilterField[]
  value: readonly Filter[]
  onField(editing: Editing): void
  onSet(field: string, values: readonly string[]): void
  onClose(): void
}

/** Chooses the field of a condition, then its values. */
export function FilterPopover({ editing, free, value, onField, onSet, onClose }: FilterPopoverProps) {
  const t = useT(KIT)
  const field = editing?.field
  return (
    <Popover
      open={editing !== null}
      anchorEl={editing?.anchor ?? null}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { className: 'io-filter-pop', role: 'dialog', 'aria-label': t('filter.add') } }}
    >
      {editing && !field && <FieldChoice fields={free} onChoose={(chosen) => onField({ ...editing, field: chosen })} />}
      {field && (
        <FilterEditor
          key={field.name}
          field={field}
          values={value.find((filter) => filter.field === field.name)?.values ?? []}
          onChange={(values) => onSet(field.name, values)}
          onDone={onClose}
        />
      )}
    </Popover>
  )
}

function FieldChoice({ fields, onChoose }: { fields: readonly FilterField[]; onChoose(field: FilterField): void }) {
  const t = useT()
  return (
    <ul className="io-filter-choices">
      {fields.map((field, index) => (
        <li key={field.name}>
          <button type="button" className="io-option" autoFocus={index === 0} onClick={() => onChoose(field)}>
            {fieldLabel(t, field.name, field.label)}
          </button>
        </li>
      ))}
    </ul>
  )
}
