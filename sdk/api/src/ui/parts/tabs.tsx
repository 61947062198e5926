import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { Menu, MenuItem } from './overlay/overlays.js'

export interface TabItem {
  id: string
  label: string
  count?: number | string | undefined
}

export interface TabsProps {
  items: readonly TabItem[]
  value: string
  onChange(id: string): void
  /** What the tabs are parts of; read to screen readers. */
  label: string
}

/** More tabs than this go into a menu at the end. */
const SHOWN = 7

/** The first tabs, with the current one always among them. */
export function splitTabs(items: readonly TabItem[], value: string): { shown: TabItem[]; hidden: TabItem[] } {
  if (items.length <= SHOWN) return { shown: [...items], hidden: [] }
  const first = items.slice(0, SHOWN - 1)
  const current = items.slice(SHOWN - 1).find((item) => item.id === value) ?? items[SHOWN - 1]
  const shown = current ? [...first, current] : first
  return { shown, hidden: items.filter((item) => !shown.includes(item)) }
}

/** The tab that a key leads to, from the one that has the focus; undefined for a key that moves nothing. */
export function tabOfKey(key: string, from: number, { count, rtl }: { count: number; rtl: boolean }): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  return step === 0 ? undefined : (from + (rtl ? -step : step) + count) % count
}

/** Parts of one thing, or the saved views of a list. Arrow keys move between them, Enter or a click opens one. */
export function Tabs({ items, value, onChange, label }: TabsProps) {
  const { shown, hidden } = splitTabs(items, value)
  // Tab reaches the open one, or the first when none is.
  const stop = shown.some(({ id }) => id === value) ? value : shown[0]?.id
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])
  return (
    <div className="io-row">
      <div ref={list} className="io-tabs" role="tablist" aria-label={label} onKeyDown={moveFocus}>
        {shown.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            className="io-tab"
            aria-selected={item.id === value}
            tabIndex={item.id === stop ? 0 : -1}
            onClick={() => item.id !== value && onChange(item.id)}
          >
            <TabLabel item={item} />
          </button>
        ))}
      </div>
      {hidden.length > 0 && <MoreTabs items={hidden} onChange={onChange} />}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const from = tabs.findIndex((tab) => tab === document.activeElement)
  const to = tabOfKey(event.key, from, { count: tabs.length, rtl: getComputedStyle(event.currentTarget).direction === 'rtl' })
  if (to === undefined) return
  event.preventDefault()
  tabs[to]?.focus()
}

const TabLabel = ({ item }: { item: TabItem }) => (
  <span className="io-tab-label">
    {item.label}
    {item.count !== undefined && <span className="io-count">{item.count}</span>}
  </span>
)

function MoreTabs({ items, onChange }: { items: readonly TabItem[]; onChange(id: string): void }) {
  const t = useT(KIT)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = (id: string) => {
    setAnchor(null)
    onChange(id)
  }
  return (
    <>
      <button
        type="button"
        className="io-tabs-more"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('tabs.more')}
        <ChevronDown size={14} aria-hidden />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {items.map((item) => (
          <MenuItem key={item.id} onClick={() => choose(item.id)}>
            <TabLabel item={item} />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
