import type { Stage, StageKind } from '../shared/pipeline.js'

/** The fields of a deal that follow from its stage. */
export interface Placement {
  stage_id: string
  stage_kind: StageKind
  stage_changed_at: string
  closed_at: string | null
}

/** Puts a deal into `stage` at `now` (ISO 8601): closed in a won or lost stage, open again in any other. */
export const placedIn = (stage: Stage, now: string): Placement => ({
  stage_id: stage.id,
  stage_kind: stage.kind,
  stage_changed_at: now,
  closed_at: stage.kind === 'open' ? null : now,
})
