import { Download } from 'lucide-react'
import { useState } from 'react'
import { Can, errorText, IconButton, useT, useToast, type ListParams } from '@innoerp/sdk/ui'
import { exportCompanies } from '../crm-api.js'

/** Without it spreadsheets take the file for another encoding; reading the answer as text has removed it. */
const BYTE_ORDER_MARK = '\uFEFF'

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has the file once it has begun to save it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Saves the companies that the list shows as a CSV file. */
export function ExportButton({ params }: { params: ListParams }) {
  const t = useT()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      save(await exportCompanies(params), `${t('nav.companies')}.csv`)
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Can permission="crm.export">
      <IconButton label={t('company.export')} disabled={busy} onClick={() => void run()}>
        <Download size={16} />
      </IconButton>
    </Can>
  )
}
