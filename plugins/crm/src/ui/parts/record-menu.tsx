import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  Can,
  errorText,
  FormDialog,
  IconButton,
  Menu,
  MenuItem,
  useRemove,
  useRestore,
  useT,
  useToast,
  type AnyRecord,
  type FormSpec,
} from '@innoerp/sdk/ui'

export interface RecordMenuProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  record: T
  /** What the record is called. */
  title: string
  small?: boolean
  /** Called when the record is gone. */
  onDeleted?(): void
}

/** Changes or deletes a record; a deletion can be taken back. */
export function RecordMenu<T extends AnyRecord, New extends object>({ form, record, title, small = false, onDeleted }: RecordMenuProps<T, New>) {
  const t = useT()
  const toast = useToast()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState(false)
  const restore = useRestore(form.target)
  const remove = useRemove(form.target, {
    onDone: () => {
      onDeleted?.()
      toast({ text: t('record.deleted', { name: title }), undo: () => restore.mutateAsync([record.id]) })
    },
  })
  const choose = (run: () => void) => () => {
    setAnchor(null)
    run()
  }
  const deleteIt = () => remove.mutate([record.id], { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
  return (
    <Can permission="crm.write">
      <IconButton small={small} label={t('action.moreActions')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => setEditing(true))}>
          <Pencil size={16} aria-hidden />
          {t(`${form.name}.edit`)}
        </MenuItem>
        <MenuItem onClick={choose(deleteIt)}>
          <Trash2 size={16} aria-hidden />
          {t(`${form.name}.delete`)}
        </MenuItem>
      </Menu>
      <FormDialog form={form} record={record} open={editing} onClose={() => setEditing(false)} />
    </Can>
  )
}
