import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Can, errorText, IconButton, Menu, MenuItem, useRemove, useRestore, useT, useToast } from '@innoerp/sdk/ui'
import type { Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { entryName } from '../words.js'

export interface EntryMenuProps {
  entry: Entry
  small?: boolean
  /** Called when the draft is gone. */
  onDeleted(): void
}

/** Changes a draft on its page, or deletes it; a deletion can be taken back. */
export function EntryMenu({ entry, small = false, onDeleted }: EntryMenuProps) {
  const t = useT()
  const toast = useToast()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const restore = useRestore(entries)
  const remove = useRemove(entries, {
    onDone: () => {
      onDeleted()
      toast({ text: t('record.deleted', { name: entryName(entry) ?? t('entry.untitled') }), undo: () => restore.mutateAsync([entry.id]) })
    },
  })
  const deleteIt = () => {
    setAnchor(null)
    remove.mutate([entry.id], { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
  }
  return (
    <Can permission="finance.write">
      <IconButton small={small} label={t('action.moreActions')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => void navigate(`/entries/${entry.id}/edit`)}>
          <Pencil size={16} aria-hidden />
          {t('entry.edit')}
        </MenuItem>
        <MenuItem onClick={deleteIt}>
          <Trash2 size={16} aria-hidden />
          {t('entry.delete')}
        </MenuItem>
      </Menu>
    </Can>
  )
}
