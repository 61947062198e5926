import type { Context, ListParams, PageOf } from '@innoerp/sdk/contract'
import type { Pipeline, Stage, StageTotal } from '../shared/pipeline.js'
import type { PipelineRepository, TotalsFilter } from './pipeline-repository.js'
import { stageMissing } from './references.js'

export type PipelineService = ReturnType<typeof createPipelineService>

/** Pipelines and their stages. Every organization has a default pipeline: the first who needs it makes it. */
export const createPipelineService = ({ pipelines }: { pipelines: PipelineRepository }) => ({
  list: async (ctx: Context, params: ListParams): Promise<PageOf<Pipeline>> => {
    if (!(await pipelines.findFirstStage(ctx))) await pipelines.ensureDefault(ctx)
    const page = await pipelines.list(ctx, params)
    const stages = await pipelines.stagesOf(ctx, page.items.map(({ id }) => id))
    return { ...page, items: page.items.map((pipeline) => ({ ...pipeline, stages: stages.filter((stage) => stage.pipeline_id === pipeline.id) })) }
  },

  /** What the deals of each stage come to, by currency. */
  totals: async (ctx: Context, id: string, filter: TotalsFilter): Promise<{ items: StageTotal[] }> => {
    await pipelines.get(ctx, id)
    return { items: await pipelines.totals(ctx, id, filter) }
  },

  /** The stage that a deal goes to: the one named, else the first of the default pipeline. Errors: `CRM_STAGE_MISSING`. */
  stageFor: async (ctx: Context, stageId: string | undefined): Promise<Stage> => {
    const find = () => (stageId ? pipelines.findStage(ctx, stageId) : pipelines.findFirstStage(ctx))
    const found = await find()
    if (found) return found
    if (!stageId) await pipelines.ensureDefault(ctx)
    const made = stageId ? undefined : await find()
    if (!made) throw stageMissing()
    return made
  },
})
