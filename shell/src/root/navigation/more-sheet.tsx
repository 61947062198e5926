import { AppLink, Avatar, Dialog, Icon, useSession, useT } from '@innoerp/sdk/ui'
import { LogOut } from 'lucide-react'
import { useId } from 'react'
import { AccountChoices } from '../account/account-choices'
import { SHELL } from '../page-table'
import { nameOf } from '../session'
import { useShell } from '../shell-context'
import type { Navigation, NavigationItem } from './navigation'

export interface MoreSheetProps {
  open: boolean
  onClose(): void
  navigation: Navigation
  /** What the bar has no room for. */
  items: readonly NavigationItem[]
  current: NavigationItem | undefined
}

/** The rest of the phone's navigation, and the account. */
export function MoreSheet({ open, onClose, navigation, items, current }: MoreSheetProps) {
  const t = useT(SHELL)
  const { signOut } = useShell()
  const title = useId()
  const isModule = (item: NavigationItem) => navigation.modules.some(({ id }) => id === item.id)
  const links = (list: readonly NavigationItem[]) =>
    list.map((item) => (
      <AppLink
        key={item.id}
        className="shell-item"
        href={item.href}
        aria-current={item.id === current?.id ? 'page' : undefined}
        onClick={onClose}
      >
        <Icon name={item.icon} size={17} />
        <span className="io-trunc">{item.label}</span>
      </AppLink>
    ))
  const modules = items.filter(isModule)
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={title} slotProps={{ paper: { className: 'io-sheet shell-sheet' } }}>
      <h2 id={title} className="io-sr">
        {t('navigation.more')}
      </h2>
      <Me />
      {modules.length > 0 && <div className="shell-nav-head">{t('navigation.modules')}</div>}
      {links(modules)}
      <div className="shell-nav-head">{t('navigation.account')}</div>
      {links(items.filter((item) => !isModule(item)))}
      <AccountChoices />
      <button type="button" className="shell-item" onClick={() => void signOut()}>
        <LogOut size={17} strokeWidth={1.75} className="io-flip" aria-hidden />
        {t('account.signOut')}
      </button>
    </Dialog>
  )
}

function Me() {
  const t = useT(SHELL)
  const { organization, user } = useSession()
  const role = user.user_type ? t(`userType.${user.user_type}`) : t('platform.administration')
  return (
    <div className="shell-me">
      <Avatar name={nameOf(user)} id={user.id} size={32} />
      <span className="io-grow shell-two-lines">
        <b className="io-trunc">{nameOf(user)}</b>
        <small className="io-trunc">{[role, organization?.name].filter(Boolean).join(', ')}</small>
      </span>
    </div>
  )
}
