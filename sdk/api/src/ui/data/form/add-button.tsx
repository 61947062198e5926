import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { useT } from '../../i18n/use-t.js'
import { Can } from '../../parts/can.js'
import { IconButton } from '../../parts/icon-button.js'
import { FormDialog } from './form-dialog.js'
import type { FormSpec } from './form-spec.js'

export interface AddButtonProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  /** Who lacks it sees no button. */
  permission: string
  defaults: Partial<New>
}

/** A small plus at the head of a list, which opens the form of a new record (`<name>.new`). */
export function AddButton<T extends AnyRecord, New extends object>({ form, permission, defaults }: AddButtonProps<T, New>) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Can permission={permission}>
      <IconButton small label={t(`${form.name}.new`)} onClick={() => setOpen(true)}>
        <Plus size={16} />
      </IconButton>
      <FormDialog form={form} defaults={defaults} open={open} onClose={() => setOpen(false)} />
    </Can>
  )
}
