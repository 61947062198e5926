import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { Can, useCan, useShortcut, useT } from '@innoerp/sdk/ui'

const NEW = '/entries/new'

/** Leads to the form of a new entry; also key C. */
export function NewEntryButton() {
  const t = useT()
  const navigate = useNavigate()
  useShortcut(['c'], () => void navigate(NEW), useCan('finance.write'))
  return (
    <Can permission="finance.write">
      <Button variant="contained" startIcon={<Plus size={16} />} component={Link} to={NEW}>
        {t('entry.new')}
      </Button>
    </Can>
  )
}
