import { Pencil } from 'lucide-react'
import { useNavigate } from 'react-router'
import { MenuItem, useT } from '@innoerp/sdk/ui'
import type { Entry } from '../../shared/entry.js'
import { entries } from '../finance-api.js'
import { entryName } from '../words.js'
import { RecordMenu } from './record-menu.js'

export interface EntryMenuProps {
  entry: Entry
  small?: boolean
  onDeleted(): void
}

/** Changes or deletes a draft. */
export function EntryMenu({ entry, small = false, onDeleted }: EntryMenuProps) {
  const t = useT()
  const navigate = useNavigate()
  const edit = (
    <MenuItem onClick={() => void navigate(`/entries/${entry.id}/edit`)}>
      <Pencil size={16} aria-hidden />
      {t('entry.edit')}
    </MenuItem>
  )
  return (
    <RecordMenu name="entry" target={entries} record={entry} title={entryName(entry) ?? t('entry.untitled')} permission="finance.write" small={small} onDeleted={onDeleted} items={() => edit} />
  )
}
