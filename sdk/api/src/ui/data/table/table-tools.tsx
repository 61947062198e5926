import { InputAdornment, OutlinedInput } from '@mui/material'
import { Check, Columns3, Rows3, Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { IconButton } from '../../parts/icon-button.js'
import { Menu, MenuItem } from '../../parts/overlay/overlays.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { useStable } from '../list/use-stable.js'
import type { Column } from './column.js'
import { DENSITIES, type Density } from './table-taste.js'

/** Milliseconds without a key before the search is sent. */
const PAUSE = 250

export interface SearchToolProps {
  value: string
  onChange(value: string): void
}

/** A magnifier that becomes an input; key `/`. */
export function SearchTool({ value, onChange }: SearchToolProps) {
  const t = useT(KIT)
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const shown = open || value !== ''
  useShortcut(['/'], () => {
    setOpen(true)
    input.current?.focus()
  })
  if (!shown) {
    return (
      <IconButton label={t('table.search')} onClick={() => setOpen(true)}>
        <Search size={16} />
      </IconButton>
    )
  }
  return <SearchInput key="search" inputRef={input} value={value} onChange={onChange} onClose={() => setOpen(false)} focused={open} />
}

interface SearchInputProps extends SearchToolProps {
  inputRef: RefObject<HTMLInputElement | null>
  focused: boolean
  onClose(): void
}

function SearchInput({ value, onChange, onClose, inputRef, focused }: SearchInputProps) {
  const t = useT(KIT)
  const [text, setText] = useState(value)
  const send = useStable(onChange)
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => send(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text, value, send])
  const clear = () => {
    setText('')
    onChange('')
    onClose()
  }
  return (
    <OutlinedInput
      className="io-search"
      inputRef={inputRef}
      size="small"
      type="search"
      value={text}
      autoFocus={focused}
      placeholder={t('table.search')}
      inputProps={{ 'aria-label': t('table.search') }}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && clear()}
      onBlur={() => text === '' && onClose()}
      startAdornment={
        <InputAdornment position="start">
          <Search size={15} />
        </InputAdornment>
      }
      endAdornment={
        text !== '' && (
          <IconButton small label={t('table.clearSearch')} onClick={clear}>
            <X size={14} />
          </IconButton>
        )
      }
    />
  )
}

interface ToolMenuProps {
  label: string
  icon: ReactNode
  items: readonly { id: string; label: string; on: boolean }[]
  /** Any number of them, not only one. */
  multiple?: boolean
  onChoose(id: string): void
}

function ToolMenu({ label, icon, items, multiple = false, onChoose }: ToolMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = (id: string) => {
    onChoose(id)
    if (!multiple) setAnchor(null)
  }
  return (
    <>
      <IconButton label={label} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {icon}
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {items.map(({ id, label: text, on }) => (
          <MenuItem key={id} role={multiple ? 'menuitemcheckbox' : 'menuitemradio'} aria-checked={on} onClick={() => choose(id)}>
            <span className="io-menu-check">{on && <Check size={15} aria-hidden />}</span>
            {text}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

export interface ColumnsToolProps<T> {
  columns: readonly Column<T>[]
  hidden: readonly string[]
  onToggle(key: string): void
}

/** Chooses which columns are shown; the first always is. */
export function ColumnsTool<T>({ columns, hidden, onToggle }: ColumnsToolProps<T>) {
  const t = useT()
  const kit = useT(KIT)
  const items = columns.slice(1).filter(({ label }) => label)
  return (
    <ToolMenu
      label={kit('table.columns')}
      icon={<Columns3 size={16} />}
      multiple
      items={items.map(({ key, label }) => ({ id: key, label: t(label), on: !hidden.includes(key) }))}
      onChoose={onToggle}
    />
  )
}

export function DensityTool({ value, onChange }: { value: Density; onChange(density: Density): void }) {
  const t = useT(KIT)
  return (
    <ToolMenu
      label={t('table.density')}
      icon={<Rows3 size={16} />}
      items={DENSITIES.map((density) => ({ id: density, label: t(`density.${density}`), on: density === value }))}
      onChoose={(id) => onChange(id as Density)}
    />
  )
}
