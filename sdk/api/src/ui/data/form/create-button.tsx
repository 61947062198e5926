import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AnyRecord } from '../../api/resource.js'
import { useT } from '../../i18n/use-t.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { recordWords } from '../list/labels.js'
import { FormDialog, type FormDialogProps } from './form-dialog.js'
import { formParts } from './form-parts.js'

export interface CreateButtonProps<T extends AnyRecord, New extends object>
  extends Pick<FormDialogProps<T, New>, 'form' | 'defaults' | 'onSubmit' | 'onDone' | 'title' | 'submitLabel'> {
  /** The page's one primary button; `outlined` where that is another. */
  variant?: 'contained' | 'outlined'
}

/** Opens the form of a new record; key C. */
export function CreateButton<T extends AnyRecord, New extends object>({ variant = 'contained', ...dialog }: CreateButtonProps<T, New>) {
  const t = useT()
  const [open, setOpen] = useState(false)
  useShortcut(['c'], () => setOpen(true), variant === 'contained')
  const prepare = () => {
    formParts.load().catch(() => {
      // Opening it will say so.
    })
  }
  return (
    <>
      <Button variant={variant} startIcon={<Plus size={16} />} onClick={() => setOpen(true)} onPointerEnter={prepare} onFocus={prepare}>
        {dialog.title ?? recordWords(t, dialog.form.name)('new')}
      </Button>
      <FormDialog {...dialog} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
