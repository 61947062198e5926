import { AppLink, Crumbs, IconButton, useHost, useT } from '@innoerp/sdk/ui'
import { CircleHelp, Search } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { AccountMenu } from '../account/account-menu'
import { Logo } from '../navigation/logo'
import { ModulesMenu } from '../navigation/modules-menu'
import type { Navigation, NavigationItem } from '../navigation/navigation'
import { OrganizationMenu } from '../navigation/organization-menu'
import { useOrganizationName } from '../navigation/use-organization-name'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'

export interface HeaderProps {
  navigation: Navigation
  current: NavigationItem | undefined
  /** Without one the way to elsewhere stands in the header. */
  hasSidebar: boolean
  onFind(): void
  onShowKeys(): void
}

/** Where one is, what one looks for, who one is. */
export function Header({ navigation, current, hasSidebar, onFind, onShowKeys }: HeaderProps) {
  const t = useT(SHELL)
  return (
    <header className="shell-head">
      {!hasSidebar && (
        <span className="shell-places io-no-phone">
          <OrganizationMenu />
        </span>
      )}
      {!hasSidebar && <ModulesMenu navigation={navigation} current={current} />}
      <Place current={current} />
      <button type="button" className="shell-find" onClick={onFind}>
        <Search size={15} aria-hidden />
        <span className="io-grow">{t('palette.open')}</span>
        <kbd className="io-kbd">{t('palette.keys')}</kbd>
      </button>
      <IconButton className="io-only-phone" label={t('palette.open')} onClick={onFind}>
        <Search size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton className="io-no-phone" label={t('keys.title')} onClick={onShowKeys}>
        <CircleHelp size={17} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <AccountMenu onShowKeys={onShowKeys} />
    </header>
  )
}

/** Crumbs as the page gives them; until it does, the entry of the navigation. On the phone the organization where there is no parent. */
function Place({ current }: Pick<HeaderProps, 'current'>) {
  const t = useT(SHELL)
  const name = useOrganizationName()
  const { page } = useHost()
  const { table } = useShell()
  const info = useSyncExternalStore(page.subscribe, page.get)
  const crumbs = info?.crumbs ?? []
  return (
    <div className="shell-place" data-top={crumbs.length === 0 || undefined}>
      <AppLink className="shell-brand" href={table.home}>
        <Logo />
        <b className="io-trunc">{name}</b>
      </AppLink>
      <Crumbs crumbs={crumbs} current={info?.title ?? current?.label ?? ''} label={t('navigation.crumbs')} />
    </div>
  )
}
