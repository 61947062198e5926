import { AppLink, Icon, useT } from '@innoerp/sdk/ui'
import { Menu } from 'lucide-react'
import { useState } from 'react'
import { SHELL } from '../page-table'
import { MoreSheet } from './more-sheet'
import { allItems, barItems, type Navigation, type NavigationItem } from './navigation'

/** Besides "More". */
const ROOM = 4

export interface TabBarProps {
  navigation: Navigation
  current: NavigationItem | undefined
}

/** The navigation of the phone: four places and a sheet with the rest. */
export function TabBar({ navigation, current }: TabBarProps) {
  const t = useT(SHELL)
  const [open, setOpen] = useState(false)
  const shown = barItems(navigation, ROOM)
  const isShown = (item: NavigationItem) => shown.some(({ id }) => id === item.id)
  const rest = allItems(navigation).filter((item) => !isShown(item))
  return (
    <nav className="shell-bar" aria-label={t('navigation.bar')}>
      {shown.map((item) => (
        <AppLink key={item.id} className="shell-bar-item" href={item.href} aria-current={item.id === current?.id ? 'page' : undefined}>
          <Icon name={item.icon} size={20} />
          <span className="io-trunc">{item.label}</span>
        </AppLink>
      ))}
      <button
        type="button"
        className="shell-bar-item"
        aria-haspopup="dialog"
        aria-expanded={open}
        data-current={(current && !isShown(current)) || undefined}
        onClick={() => setOpen(true)}
      >
        <Menu size={20} strokeWidth={1.75} aria-hidden />
        {t('navigation.more')}
      </button>
      <MoreSheet open={open} onClose={() => setOpen(false)} navigation={navigation} items={rest} current={current} />
    </nav>
  )
}
