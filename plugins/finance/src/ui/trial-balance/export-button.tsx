import { Download } from 'lucide-react'
import { useState } from 'react'
import { BusyButton, errorText, useT, useToast } from '@innoerp/sdk/ui'
import { exportTrialBalance } from '../finance-api.js'
import type { Period } from '../periods.js'

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

/** Saves the report as a CSV file. */
export function ExportButton({ period }: { period: Period }) {
  const t = useT()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      save(await exportTrialBalance(period), `${[t('nav.trialBalance'), period.from, period.to].filter(Boolean).join(' ')}.csv`)
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <BusyButton variant="outlined" icon={<Download size={16} />} busy={busy} onClick={() => void run()}>
      {t('balance.export')}
    </BusyButton>
  )
}
