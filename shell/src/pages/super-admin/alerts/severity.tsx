import { StatusChip, optionLabel, useT, type Tone } from '@innoerp/sdk/ui'
import type { Alert } from '../../../clients/monitoring'

const TONES: Record<Alert['severity'], Tone> = { info: 'info', warning: 'warning', critical: 'danger' }

export function Severity({ severity }: Pick<Alert, 'severity'>) {
  const t = useT()
  return (
    <StatusChip cell tone={TONES[severity]}>
      {optionLabel(t, 'severity', severity)}
    </StatusChip>
  )
}
