import { Dialog, ErrorState, SkeletonLines, useHost, useT } from '@innoerp/sdk/ui'
import { useId, useState } from 'react'
import { assignmentClient } from '../../../clients/assignments'
import type { RegisteredModule } from '../../../clients/modules'
import { useChange } from '../modules/detail/use-change'
import { useModule } from '../modules/use-module'
import { kindOf, type AssignmentRow } from './assignment'
import { PinPreflight } from './pin-preflight'
import { RangeChoices, type RangeChoice } from './range-choices'
import { DialogForm } from '../../parts/dialog-form'

export interface PinDialogProps {
  row: AssignmentRow | undefined
  open: boolean
  onClose(): void
}

/** Chooses what an organization runs of a module: a channel, an exact version or a range. */
export function PinDialog({ row, open, onClose }: PinDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      {row && <Content row={row} titleId={titleId} onClose={onClose} />}
    </Dialog>
  )
}

const firstChoice = ({ range, resolved_version }: AssignmentRow): RangeChoice => ({
  kind: kindOf(range),
  exact: kindOf(range) === 'exact' ? range : (resolved_version ?? ''),
  range: kindOf(range) === 'range' ? range : resolved_version ? `^${resolved_version}` : '',
})

const rangeOf = ({ kind, exact, range }: RangeChoice) => (kind === 'exact' ? exact : kind === 'range' ? range.trim() : kind)

/** The version that a choice means, as far as the page can tell. */
function versionOf({ kind, exact }: RangeChoice, { channels }: RegisteredModule): string | null {
  if (kind === 'exact') return exact || null
  return kind === 'range' ? null : channels[kind]
}

function Content({ row, titleId, onClose }: { row: AssignmentRow; titleId: string; onClose(): void }) {
  const t = useT()
  const { api } = useHost()
  const module = useModule(row.moduleId)
  const [choice, setChoice] = useState(() => firstChoice(row))
  const change = useChange((range: string) => assignmentClient(api, row).setRange(range), {
    done: (range) => t('pin.done', { name: row.moduleName, tenant: row.organizationName, range }),
    onDone: onClose,
  })
  const range = rangeOf(choice)
  return (
    <DialogForm
      titleId={titleId}
      title={t('pin.title', { name: row.moduleName, tenant: row.organizationName })}
      verb={t('pin.verb')}
      busy={change.isPending}
      ready={range !== '' && range !== row.range}
      error={change.error}
      onSubmit={() => change.mutate(range)}
      onClose={onClose}
    >
      {module.data && <RangeChoices module={module.data} choice={choice} labelId={titleId} onChange={setChoice} />}
      {module.data && <PinPreflight row={row} version={versionOf(choice, module.data)} />}
      {module.error && !module.data && <ErrorState error={module.error} onRetry={() => void module.refetch()} />}
      {module.isPending && <SkeletonLines rows={3} />}
    </DialogForm>
  )
}
