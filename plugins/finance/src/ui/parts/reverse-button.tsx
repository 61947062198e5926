import { Button } from '@mui/material'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Can, FormDialog, useSession, useT, useToast } from '@innoerp/sdk/ui'
import type { EntryDocument } from '../../shared/entry.js'
import { documents } from '../finance-api.js'
import { reversalForm } from '../forms.js'
import { todayIn } from '../words.js'

/** Takes a posted entry back by another one, on a day that is asked for. It outlives its button, which goes before the form is done. */
export function ReverseButton({ entry }: { entry: EntryDocument }) {
  const t = useT()
  const toast = useToast()
  const navigate = useNavigate()
  const { format } = useSession()
  const [open, setOpen] = useState(false)
  const title = t('reversal.title', { number: entry.number ?? '' })
  const done = (reversal: EntryDocument | undefined) => {
    toast(t('reversal.done', { number: entry.number ?? '' }))
    if (reversal) void navigate(`/entries/${reversal.id}`)
  }
  return (
    <Can permission="finance.post">
      {!entry.reversed_by_id && (
        <Button variant="outlined" startIcon={<Undo2 size={16} />} onClick={() => setOpen(true)}>
          {t('entry.reverse')}
        </Button>
      )}
      <FormDialog
        form={reversalForm}
        title={title}
        submitLabel={t('entry.reverse')}
        open={open}
        onClose={() => setOpen(false)}
        defaults={{ date: todayIn(format.timeZone) }}
        onSubmit={(body, options) => documents.act(entry.id, 'reverse', { ...options, body })}
        onDone={done}
      />
    </Can>
  )
}
