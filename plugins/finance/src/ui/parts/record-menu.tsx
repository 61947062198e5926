import { Ellipsis, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Can, errorText, IconButton, Menu, MenuItem, useRemove, useRestore, useT, useToast, type AnyRecord, type Resource } from '@innoerp/sdk/ui'

export interface RecordMenuProps<T extends AnyRecord, New extends object> {
  /** The record in the labels: `account` → `account.delete`. */
  name: string
  target: Resource<T, New>
  record: T
  /** What the record is called. */
  title: string
  permission: string
  small?: boolean
  /** Called when the record is gone. */
  onDeleted?(): void
  /** Items before the deletion; `close` closes the menu. */
  items?(close: () => void): ReactNode
}

/** What can be done with a record; its deletion can be taken back. */
export function RecordMenu<T extends AnyRecord, New extends object>({ name, target, record, title, permission, small = false, onDeleted, items }: RecordMenuProps<T, New>) {
  const t = useT()
  const toast = useToast()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const restore = useRestore(target)
  const remove = useRemove(target, {
    onDone: () => {
      onDeleted?.()
      toast({ text: t('record.deleted', { name: title }), undo: () => restore.mutateAsync([record.id]) })
    },
  })
  const deleteIt = () => {
    close()
    remove.mutate([record.id], { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
  }
  return (
    <Can permission={permission}>
      <IconButton small={small} label={t('action.moreActions')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {items?.(close)}
        <MenuItem onClick={deleteIt}>
          <Trash2 size={16} aria-hidden />
          {t(`${name}.delete`)}
        </MenuItem>
      </Menu>
    </Can>
  )
}
