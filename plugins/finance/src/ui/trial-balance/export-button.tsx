import { Download } from 'lucide-react'
import { BusyButton, useSaveCsv, useT } from '@innoerp/sdk/ui'
import { exportTrialBalance } from '../finance-api.js'
import type { Period } from '../periods.js'

/** Saves the report as a CSV file. */
export function ExportButton({ period }: { period: Period }) {
  const t = useT()
  const { busy, save } = useSaveCsv()
  const name = [t('nav.trialBalance'), period.from, period.to].filter(Boolean).join(' ')
  return (
    <BusyButton variant="outlined" icon={<Download size={16} />} busy={busy} onClick={() => save(name, () => exportTrialBalance(period))}>
      {t('balance.export')}
    </BusyButton>
  )
}
