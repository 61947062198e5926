import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Can, FormDialog, useCan, useShortcut, useT, type AnyRecord, type FormSpec } from '@innoerp/sdk/ui'

export interface NewOptions<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  defaults?: Partial<New>
  /** Called with the new record. */
  onDone(record: T): void
}

export interface NewRecordParts {
  /** Opens the form; may stand in several places. */
  button: ReactNode
  /** Belongs to the page, so that it outlives what the new record takes away, such as the words for an empty list. */
  dialog: ReactNode
}

/** The way to a new record: the page's primary button, also key C, and the form's dialog. */
export function useNew<T extends AnyRecord, New extends object>({ form, defaults, onDone }: NewOptions<T, New>): NewRecordParts {
  const t = useT()
  const [open, setOpen] = useState(false)
  useShortcut(['c'], () => setOpen(true), useCan('crm.write'))
  return {
    button: (
      <Can permission="crm.write">
        <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setOpen(true)}>
          {t(`${form.name}.new`)}
        </Button>
      </Can>
    ),
    dialog: <FormDialog form={form} defaults={defaults} open={open} onClose={() => setOpen(false)} onDone={(record) => record && onDone(record)} />,
  }
}
