import { StatusChip, useT } from '@innoerp/sdk/ui'
import type { IndustryRecord } from '../../../clients/industries'

/** Whether sign-up offers an industry. */
export function Offered({ industry: { is_active } }: { industry: IndustryRecord }) {
  const t = useT()
  return (
    <StatusChip cell tone={is_active ? 'success' : 'neutral'}>
      {t(is_active ? 'industry.offered' : 'industry.retired')}
    </StatusChip>
  )
}
