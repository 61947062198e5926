import { Button, Popover } from '@mui/material'
import { ListFilter } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { fieldLabel } from '../list/labels.js'
import { withFilter, type Filter, type FilterField } from '../list/filters.js'
import { FilterChip } from './filter-chip.js'
import { FilterEditor } from './filter-editor.js'

export interface FilterBarProps {
  fields: readonly FilterField[]
  value: readonly Filter[]
  onChange(filters: readonly Filter[]): void
  /** At the end of the bar. */
  children?: ReactNode
}

interface Editing {
  anchor: HTMLElement
  /** Undefined while the field is still being chosen. */
  field: FilterField | undefined
}

/** The conditions of a list as chips; "Filter" and the key F add one. */
export function FilterBar({ fields, value, onChange, children }: FilterBarProps) {
  const t = useT(KIT)
  const add = useRef<HTMLButtonElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const free = fields.filter(({ name }) => !value.some(({ field }) => field === name))
  const start = () => {
    if (add.current) setEditing({ anchor: add.current, field: free.length === 1 ? free[0] : undefined })
  }
  useShortcut(['f'], start, free.length > 0)
  const set = (field: string, values: readonly string[]) => onChange(withFilter(value, { field, values }))
  return (
    <div className="io-bar">
      {value.map((filter) => {
        const field = fields.find(({ name }) => name === filter.field)
        if (!field) return null
        return (
          <FilterChip
            key={filter.field}
            field={field}
            filter={filter}
            onEdit={(anchor) => setEditing({ anchor, field })}
            onRemove={() => set(filter.field, [])}
          />
        )
      })}
      {free.length > 0 && (
        <Button ref={add} variant="text" size="small" startIcon={<ListFilter size={15} />} aria-haspopup="dialog" onClick={start}>
          {t('filter.add')}
        </Button>
      )}
      <span className="io-bar-space" />
      {children}
      <FilterPopover editing={editing} free={free} value={value} onField={setEditing} onSet={set} onClose={() => setEditing(null)} />
    </div>
  )
}

interface FilterPopoverProps {
  editing: Editing | null
  free: readonly FilterField[]
  value: readonly Filter[]
  onField(editing: Editing): void
  onSet(field: string, values: readonly string[]): void
  onClose(): void
}

function FilterPopover({ editing, free, value, onField, onSet, onClose }: FilterPopoverProps) {
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
