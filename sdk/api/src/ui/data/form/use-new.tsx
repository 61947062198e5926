import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { useCan } from '../../host/host-context.js'
import { useT } from '../../i18n/use-t.js'
import { Can } from '../../parts/can.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { FormDialog } from './form-dialog.js'
import type { FormSpec } from './form-spec.js'

export interface NewOptions<T extends AnyRecord, New extends object> {
  form: FormSpec<T, New>
  /** Who lacks it sees no button. */
  permission: string
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

/** The way to a new record (`<name>.new`): the page's primary button, also key C, and the form's dialog. */
export function useNew<T extends AnyRecord, New extends object>({ form, permission, defaults, onDone }: NewOptions<T, New>): NewRecordParts {
  const t = useT()
  const [open, setOpen] = useState(false)
  useShortcut(['c'], () => setOpen(true), useCan(permission))
  return {
    button: (
      <Can permission={permission}>
        <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setOpen(true)}>
          {t(`${form.name}.new`)}
        </Button>
      </Can>
    ),
    dialog: <FormDialog form={form} defaults={defaults} open={open} onClose={() => setOpen(false)} onDone={(record) => record && onDone(record)} />,
  }
}
