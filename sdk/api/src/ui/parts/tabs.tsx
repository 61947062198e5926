import { Menu, MenuItem, Tab, Tabs as MuiTabs } from '@mui/material'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'

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

/** Parts of one thing, or the saved views of a list. */
export function Tabs({ items, value, onChange, label }: TabsProps) {
  const { shown, hidden } = splitTabs(items, value)
  return (
    <div className="io-row">
      <MuiTabs
        value={shown.some((item) => item.id === value) ? value : false}
        onChange={(_event, id: string) => onChange(id)}
        aria-label={label}
        variant="scrollable"
        scrollButtons={false}
      >
        {shown.map((item) => (
          <Tab key={item.id} value={item.id} label={<TabLabel item={item} />} />
        ))}
      </MuiTabs>
      {hidden.length > 0 && <MoreTabs items={hidden} onChange={onChange} />}
    </div>
  )
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
