import { Skeleton, StatusChip } from '@innoerp/sdk/ui'
import { useStages } from '../crm-api.js'
import { STAGE_TONES } from '../words.js'

export interface StageChipProps {
  id: string | undefined
  /** In a table, without a background. */
  cell?: boolean
}

/** The name of a deal's stage. */
export function StageChip({ id = '', cell = false }: StageChipProps) {
  const stage = useStages().get(id)
  if (!stage) return <Skeleton width={72} />
  return (
    <StatusChip state={stage.kind} tone={STAGE_TONES[stage.kind]} cell={cell}>
      {stage.name}
    </StatusChip>
  )
}
