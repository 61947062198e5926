import { Avatar, Menu, MenuItem, useSession, useT } from '@innoerp/sdk/ui'
import { Check, ChevronsUpDown, LogOut, Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { platformUrl } from '../../page/boot'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'
import { Logo } from './logo'
import { useOtherOrganizations } from './use-other-organizations'
import { useOrganizationName } from './use-organization-name'

/** Where one is, and the ways to elsewhere. */
export function OrganizationMenu() {
  const t = useT(SHELL)
  const { organization, user } = useSession()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const name = useOrganizationName()
  const subtitle = organization ? t(`userType.${user.user_type ?? 'employee'}`) : t('platform.administration')
  return (
    <>
      <button
        ref={button}
        type="button"
        className="shell-organization"
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(true)}
      >
        <Logo />
        <span className="io-grow">
          <b className="io-trunc">{name}</b>
          <small className="io-trunc">{subtitle}</small>
        </span>
        <ChevronsUpDown size={14} aria-hidden />
      </button>
      <Menu
        id={id}
        open={open}
        onClose={() => setOpen(false)}
        anchorEl={() => button.current}
        slotProps={{ paper: { className: 'shell-menu' } }}
      >
        <Items close={() => setOpen(false)} subtitle={subtitle} />
      </Menu>
    </>
  )
}

function Items({ close, subtitle }: { close(): void; subtitle: string }) {
  const t = useT(SHELL)
  const { boot, signOut } = useShell()
  const { organization } = useSession()
  const name = useOrganizationName()
  const others = useOtherOrganizations()
  return (
    <div>
      <MenuItem onClick={close}>
        <span className="shell-menu-icon">
          <Avatar name={name} id={organization?.id ?? name} size={26} square />
        </span>
        <span className="io-grow shell-two-lines">
          <b className="io-trunc">{name}</b>
          <small className="io-trunc">{subtitle}</small>
        </span>
        <Check size={16} aria-hidden />
      </MenuItem>
      {others.list.map((other) => (
        <MenuItem key={other.organization_id} onClick={() => others.enter(other)}>
          <span className="shell-menu-icon">
            <Avatar name={other.name} id={other.organization_id} size={26} square />
          </span>
          <span className="io-grow shell-two-lines">
            <b className="io-trunc">{other.name}</b>
            <small className="io-trunc">{other.subdomain}</small>
          </span>
        </MenuItem>
      ))}
      <hr className="shell-menu-line" />
      {organization && (
        <MenuItem component="a" href={platformUrl('/', boot)}>
          <span className="shell-menu-icon">
            <Plus size={16} />
          </span>
          {t('organization.new')}
        </MenuItem>
      )}
      <MenuItem onClick={() => void signOut()}>
        <span className="shell-menu-icon">
          <LogOut size={16} className="io-flip" />
        </span>
        {t('organization.signOut', { name })}
      </MenuItem>
    </div>
  )
}
