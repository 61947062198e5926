import { AppLink, Icon, useT } from '@innoerp/sdk/ui'
import { useLocation } from 'react-router'
import { SHELL } from '../page-table'
import { OrganizationMenu } from './organization-menu'
import { currentOf, type Navigation, type NavigationItem } from './navigation'

export interface SidebarProps {
  navigation: Navigation
  current: NavigationItem | undefined
}

/** The navigation at the start of the page; on the phone the bar at the bottom takes its place. */
export function Sidebar({ navigation, current }: SidebarProps) {
  const t = useT(SHELL)
  const list = (items: readonly NavigationItem[]) => (
    <ul className="shell-nav">
      {items.map((item) => (
        <Item key={item.id} item={item} isOpen={item.id === current?.id} />
      ))}
    </ul>
  )
  return (
    <nav className="shell-side" aria-label={t('navigation.label')}>
      <OrganizationMenu />
      {list(navigation.first)}
      {navigation.modules.length > 0 && (
        <>
          <div className="shell-nav-head">{t('navigation.modules')}</div>
          {list(navigation.modules)}
        </>
      )}
      {navigation.operations.length > 0 && (
        <>
          <div className="shell-nav-head">{t('navigation.operations')}</div>
          {list(navigation.operations)}
        </>
      )}
      <div className="shell-nav-space" />
      {list(navigation.last)}
    </nav>
  )
}

function Item({ item, isOpen }: { item: NavigationItem; isOpen: boolean }) {
  const { pathname } = useLocation()
  const page = isOpen ? currentOf(item.pages, pathname) : undefined
  return (
    <li>
      <AppLink
        className="shell-item"
        href={item.href}
        aria-current={isOpen && !page ? 'page' : undefined}
        data-open={isOpen || undefined}
        title={item.label}
      >
        <Icon name={item.icon} size={17} />
        <span className="io-trunc">{item.label}</span>
      </AppLink>
      {isOpen && item.pages.length > 0 && (
        <ul className="shell-nav-pages">
          {item.pages.map(({ href, label }) => (
            <li key={href}>
              <AppLink className="shell-item" href={href} aria-current={href === page?.href ? 'page' : undefined} title={label}>
                <span className="io-trunc">{label}</span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
