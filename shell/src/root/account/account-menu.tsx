import { Avatar, IconButton, Popover, useSession, useT } from '@innoerp/sdk/ui'
import { Keyboard, LogOut } from 'lucide-react'
import { useRef, useState } from 'react'
import { SHELL } from '../page-table'
import { nameOf } from '../session'
import { useShell } from '../shell-context'
import { AccountChoices } from './account-choices'

/** Who is signed in, how the page looks to them, and the way out. */
export function AccountMenu({ onShowKeys }: { onShowKeys(): void }) {
  const t = useT(SHELL)
  const { user } = useSession()
  const { signOut } = useShell()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  const name = nameOf(user)
  return (
    <>
      <IconButton ref={button} label={t('account.of', { name })} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Avatar name={name} id={user.id} size={26} />
      </IconButton>
      <Popover
        open={open}
        onClose={close}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: -6, horizontal: 'right' }}
        slotProps={{ paper: { className: 'shell-account', 'aria-label': t('account.of', { name }), role: 'dialog' } }}
      >
        <div className="shell-me">
          <Avatar name={name} id={user.id} size={32} />
          <span className="io-grow shell-two-lines">
            <b className="io-trunc">{name}</b>
            <small className="io-trunc">{user.email}</small>
          </span>
        </div>
        <AccountChoices />
        <div className="shell-account-actions">
          <button type="button" className="shell-item io-no-phone" onClick={() => (close(), onShowKeys())}>
            <Keyboard size={17} strokeWidth={1.75} aria-hidden />
            {t('keys.title')}
          </button>
          <button type="button" className="shell-item" onClick={() => void signOut()}>
            <LogOut size={17} strokeWidth={1.75} className="io-flip" aria-hidden />
            {t('account.signOut')}
          </button>
        </div>
      </Popover>
    </>
  )
}
