import { Note, useT } from '@innoerp/sdk/ui'
import type { Operation } from '../../../clients/operations'

/** Why an operation failed, and what can be done about it. */
export function OperationFailure({ error }: { error: NonNullable<Operation['error']> }) {
  const t = useT()
  const advice = `advice.${error.code}`
  return (
    <Note tone="danger" title={t('operation.failed')}>
      {error.message} {t(t.has(advice) ? advice : 'advice.other')} <code className="io-mono">{error.code}</code>
    </Note>
  )
}
