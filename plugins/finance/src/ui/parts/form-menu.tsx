import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { FormDialog, MenuItem, useT, type AnyRecord, type FormSpec } from '@innoerp/sdk/ui'
import { RecordMenu, type RecordMenuProps } from './record-menu.js'

export interface FormMenuProps<T extends AnyRecord, New extends object> extends Pick<RecordMenuProps<T, New>, 'record' | 'title' | 'small' | 'onDeleted'> {
  form: FormSpec<T, New>
}

/** Changes an account or a journal in its form, or deletes it. */
export function FormMenu<T extends AnyRecord, New extends object>({ form, ...menu }: FormMenuProps<T, New>) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const edit = (close: () => void) => (
    <MenuItem
      onClick={() => {
        close()
        setEditing(true)
      }}
    >
      <Pencil size={16} aria-hidden />
      {t(`${form.name}.edit`)}
    </MenuItem>
  )
  return (
    <>
      <RecordMenu {...menu} name={form.name} target={form.target} permission="finance.configure" items={edit} />
      <FormDialog form={form} record={menu.record} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}
