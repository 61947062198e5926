import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../api/error-text.js'
import { useRemove, useRestore } from '../../api/hooks.js'
import type { AnyRecord } from '../../api/resource.js'
import { useCan } from '../../host/host-context.js'
import type { SlotAction } from '../../host/slot-actions.js'
import { useT } from '../../i18n/use-t.js'
import { Icon } from '../../parts/icon.js'
import { IconButton } from '../../parts/icon-button.js'
import { Menu, MenuItem } from '../../parts/overlay/overlays.js'
import { useToast } from '../../parts/use-toast.js'
import { FormDialog } from '../form/form-dialog.js'
import type { FormSpec } from '../form/form-spec.js'

export interface RecordMenuProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  record: T
  /** What the record is called. */
  title: string
  /** Who lacks it may do no more than `more`. */
  permission: string
  small?: boolean
  /** Called when the record is gone. */
  onDeleted?(): void
  /** Items between changing and deleting; `close` closes the menu. */
  items?(close: () => void): ReactNode
  /** What other modules can do with the record; each has a permission of its own. */
  more?: readonly SlotAction[]
}

/** Changes a record in its form (`<name>.edit`), or deletes it (`<name>.delete`); a deletion can be taken back. */
export function RecordMenu<T extends AnyRecord, New extends object>(props: RecordMenuProps<T, New>) {
  const { form, record, permission, small = false, items, more = [] } = props
  const allowed = useCan(permission)
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState(false)
  const deleteIt = useDelete(props)
  const close = () => setAnchor(null)
  const choose = (run: () => void) => () => {
    close()
    run()
  }
  if (!allowed && more.length === 0) return null
  return (
    <>
      <IconButton small={small} label={t('action.moreActions')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {allowed && (
          <MenuItem onClick={choose(() => setEditing(true))}>
            <Pencil size={16} aria-hidden />
            {t(`${form.name}.edit`)}
          </MenuItem>
        )}
        {allowed && items?.(close)}
        {allowed && (
          <MenuItem onClick={choose(deleteIt)}>
            <Trash2 size={16} aria-hidden />
            {t(`${form.name}.delete`)}
          </MenuItem>
        )}
        {more.map(({ id, label, module, run }) => (
          <MenuItem key={id} onClick={choose(run)}>
            <Icon name={module.icon} />
            {label}
          </MenuItem>
        ))}
      </Menu>
      <FormDialog form={form} record={record} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}

function useDelete<T extends AnyRecord, New extends object>({ form, record, title, onDeleted }: RecordMenuProps<T, New>): () => void {
  const t = useT()
  const toast = useToast()
  const also = form.also ? { also: form.also } : {}
  const restore = useRestore(form.target, also)
  const remove = useRemove(form.target, {
    ...also,
    onDone: () => {
      onDeleted?.()
      toast({ text: t('record.deleted', { name: title }), undo: () => restore.mutateAsync([record.id]) })
    },
  })
  return () => remove.mutate([record.id], { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
}
