import { Button } from '@mui/material'
import { Upload } from 'lucide-react'
import { Link } from 'react-router'
import { useT } from '../../i18n/use-t.js'
import { Can } from '../../parts/can.js'

export interface ImportButtonProps {
  /** The record in the module's labels: `company` → `company.import`. */
  name: string
  /** Who lacks it sees no button. */
  permission: string
  /** The page with the ImportWizard, relative to the module. */
  to: string
}

/** Leads to the import of a kind of record. */
export function ImportButton({ name, permission, to }: ImportButtonProps) {
  const t = useT()
  return (
    <Can permission={permission}>
      <Button variant="outlined" startIcon={<Upload size={16} />} component={Link} to={to}>
        {t(`${name}.import`)}
      </Button>
    </Can>
  )
}
