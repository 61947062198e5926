import { entity, listOf, Name, OneOf, Strict, Type, Uuid, type Static } from '@innoerp/sdk/contract'

/** What a stage means for the deals in it: still open, or closed one way or the other. */
export const STAGE_KINDS = ['open', 'won', 'lost'] as const
export type StageKind = (typeof STAGE_KINDS)[number]

/** The chance that a deal is won, in percent. */
export const Probability = Type.Integer({ minimum: 0, maximum: 100 })

/** A step of a pipeline. */
export const Stage = Type.Object({ id: Uuid, name: Name(80), kind: OneOf(STAGE_KINDS), probability: Probability })
export type Stage = Static<typeof Stage>

/** The columns of a pipeline; its stages are rows of their own. */
export const PipelineRecord = entity({ name: Name(80) })

/** A pipeline with its stages in their order. */
export const Pipeline = Type.Object({ ...PipelineRecord.properties, stages: Type.Array(Stage) })
export type Pipeline = Static<typeof Pipeline>

export const PipelineList = listOf(PipelineRecord, { sort: ['created_at', 'name'], search: ['name'], filter: [] })

/** What the deals of one stage come to in one currency; amounts are exact decimals, `weighted` is amount × probability to four digits. */
export const StageTotal = Type.Object({
  stage_id: Uuid,
  currency: Type.String(),
  deals: Type.Integer(),
  amount: Type.String(),
  weighted: Type.String(),
})
export type StageTotal = Static<typeof StageTotal>

/** Of which deals the totals are asked for; the same words as the list of deals takes. */
export const TotalsQuery = Strict({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  owner_id: Type.Optional(Uuid),
  company_id: Type.Optional(Uuid),
})
