import { StatusChip, optionLabel, useT } from '@innoerp/sdk/ui'
import type { Isolation, VersionState } from '../../../clients/modules'

/** Where a version stands. */
export function VersionChip({ state }: { state: VersionState }) {
  const t = useT()
  return (
    <StatusChip cell state={state} {...(state === 'installed' && { tone: 'info' })}>
      {optionLabel(t, 'versionState', state)}
    </StatusChip>
  )
}

/** Where a version runs, as a tag with an explanation. */
export function IsolationTag({ isolation }: { isolation: Isolation }) {
  const t = useT()
  return (
    <span className="io-tag" title={t(`isolation.${isolation}Means`)}>
      {t(`isolation.${isolation}`)}
    </span>
  )
}
