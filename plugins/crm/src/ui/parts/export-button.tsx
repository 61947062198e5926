import { Download } from 'lucide-react'
import { Can, IconButton, useSaveCsv, useT, type ListParams } from '@innoerp/sdk/ui'
import { exportCompanies } from '../crm-api.js'

/** Saves the companies that the list shows as a CSV file. */
export function ExportButton({ params }: { params: ListParams }) {
  const t = useT()
  const { busy, save } = useSaveCsv()
  return (
    <Can permission="crm.export">
      <IconButton label={t('company.export')} disabled={busy} onClick={() => save(t('nav.companies'), () => exportCompanies(params))}>
        <Download size={16} />
      </IconButton>
    </Can>
  )
}
