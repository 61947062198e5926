import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Can, FormDialog, useCan, useShortcut, useT, type AnyRecord, type FormSpec } from '@innoerp/sdk/ui'

export interface NewOptions<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  /** Called with the new record. */
  onDone(record: T): void
}

/** The way to a new account or journal: the button, also key C, and the form's dialog, which belongs to the page. */
export function useNew<T extends AnyRecord, New extends object>({ form, onDone }: NewOptions<T, New>): { button: ReactNode; dialog: ReactNode } {
  const t = useT()
  const [open, setOpen] = useState(false)
  useShortcut(['c'], () => setOpen(true), useCan('finance.configure'))
  return {
    button: (
      <Can permission="finance.configure">
        <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setOpen(true)}>
          {t(`${form.name}.new`)}
        </Button>
      </Can>
    ),
    dialog: <FormDialog form={form} open={open} onClose={() => setOpen(false)} onDone={(record) => record && onDone(record)} />,
  }
}
