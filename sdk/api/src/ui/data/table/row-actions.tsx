import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useSession } from '../../host/host-context.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { IconButton } from '../../parts/icon-button.js'
import { Menu, MenuItem } from '../../parts/overlay/overlays.js'

/** One thing to do with a row. */
export interface RowAction<T> {
  id: string
  /** Verb and noun, translated. */
  label: string
  icon: ReactNode
  permission?: string
  /** Shown only where it makes sense. */
  when?(record: T): boolean
  run(record: T): void
}

interface RowActionsProps<T> {
  record: T
  actions: readonly RowAction<T>[]
}

/** As many buttons as fit into the column; more become a menu. */
const MAX_BUTTONS = 2

/** The actions of a row, shown when the row is pointed at or has the focus. */
export function RowActions<T>({ record, actions }: RowActionsProps<T>) {
  const { permissions } = useSession()
  const shown = actions.filter(({ permission, when }) => (!permission || permissions.has(permission)) && (when?.(record) ?? true))
  return (
    <span className="io-row-actions">
      {shown.length > MAX_BUTTONS ? (
        <ActionMenu record={record} actions={shown} />
      ) : (
        shown.map(({ id, label, icon, run }) => (
          <IconButton key={id} small label={label} onClick={() => run(record)}>
            {icon}
          </IconButton>
        ))
      )}
    </span>
  )
}

function ActionMenu<T>({ record, actions }: RowActionsProps<T>) {
  const t = useT(KIT)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton small label={t('action.moreActions')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {actions.map(({ id, label, icon, run }) => (
          <MenuItem
            key={id}
            onClick={() => {
              setAnchor(null)
              run(record)
            }}
          >
            {icon}
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
