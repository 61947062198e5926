import { AppLink, Icon, Popover, useT } from '@innoerp/sdk/ui'
import { LayoutGrid } from 'lucide-react'
import { useRef, useState } from 'react'
import { SHELL } from '../page-table'
import { allItems, type Navigation, type NavigationItem } from './navigation'

export interface ModulesMenuProps {
  navigation: Navigation
  current: NavigationItem | undefined
}

/** The whole navigation behind one button: for organizations that want no sidebar. */
export function ModulesMenu({ navigation, current }: ModulesMenuProps) {
  const t = useT(SHELL)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  return (
    <nav aria-label={t('navigation.label')} className="shell-places io-no-phone">
      <button ref={button} type="button" className="shell-item" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <LayoutGrid size={17} strokeWidth={1.75} aria-hidden />
        {t('navigation.modules')}
      </button>
      <Popover
        open={open}
        onClose={close}
        anchorEl={() => button.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { className: 'shell-places-menu', role: 'dialog', 'aria-label': t('navigation.modules') } }}
      >
        <ul className="shell-nav">
          {allItems(navigation).map(({ id, href, icon, label }) => (
            <li key={id}>
              <AppLink className="shell-item" href={href} aria-current={id === current?.id ? 'page' : undefined} onClick={close}>
                <Icon name={icon} size={17} />
                <span className="io-trunc">{label}</span>
              </AppLink>
            </li>
          ))}
        </ul>
      </Popover>
    </nav>
  )
}
