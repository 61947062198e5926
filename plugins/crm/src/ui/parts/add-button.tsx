import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Can, FormDialog, IconButton, useT, type AnyRecord, type FormSpec } from '@innoerp/sdk/ui'

export interface AddButtonProps<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  defaults: Partial<New>
}

/** A small plus at the head of a list, which opens the form of a new record. */
export function AddButton<T extends AnyRecord, New extends object>({ form, defaults }: AddButtonProps<T, New>) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Can permission="crm.write">
      <IconButton small label={t(`${form.name}.new`)} onClick={() => setOpen(true)}>
        <Plus size={16} />
      </IconButton>
      <FormDialog form={form} defaults={defaults} open={open} onClose={() => setOpen(false)} />
    </Can>
  )
}
