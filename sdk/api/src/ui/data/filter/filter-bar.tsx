import { Button } from '@mui/material'
import { ListFilter } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { lazyPart, usePart } from '../../host/use-part.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { withFilter, type Filter, type FilterField } from '../list/filters.js'
import { FilterChip } from './filter-chip.js'
import type { Editing } from './filter-popover.js'

const popoverPart = lazyPart(() => import('./filter-popover.js'))

export interface FilterBarProps {
  fields: readonly FilterField[]
  value: readonly Filter[]
  onChange(filters: readonly Filter[]): void
  /** At the end of the bar. */
  children?: ReactNode
}

/** The conditions of a list as chips; "Filter" and the key F add one. */
export function FilterBar({ fields, value, onChange, children }: FilterBarProps) {
  const t = useT(KIT)
  const add = useRef<HTMLButtonElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const popover = usePart(popoverPart, editing !== null)
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
      {popover && (
        <popover.FilterPopover
          editing={editing}
          free={free}
          value={value}
          onField={setEditing}
          onSet={set}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
