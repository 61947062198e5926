import type { Context, ListParams, PageOf, Static } from '@innoerp/sdk/contract'
import { bind, newId, TenantModel, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { PipelineList, PipelineRecord, type Stage, type StageTotal } from '../shared/pipeline.js'
import { defaultPipeline } from './default-pipeline.js'
import { DEAL, PIPELINE, STAGE } from './tables.js'

export class PipelineModel extends TenantModel {
  static override tableName = 'pipeline'
  static override entity = PipelineRecord
}

/** Of which deals the totals are asked for. */
export interface TotalsFilter {
  search?: string
  owner_id?: string
  company_id?: string
}

// Of two who come first at once, the second waits at the unique index for the first and then adds nothing.
const ENSURE_DEFAULT = `with made as (
    insert into ${PIPELINE} (id, name, is_default) values ($1, $2, true)
    on conflict (organization_id) where is_default and deleted_at is null do nothing returning id
  )
  insert into ${STAGE} (id, pipeline_id, name, kind, probability, position)
  select s.id, made.id, s.name, s.kind, s.probability, s.position
  from made, unnest($3::uuid[], $4::text[], $5::text[], $6::smallint[]) with ordinality as s (id, name, kind, probability, position)`

const STAGES_OF = `select pipeline_id, id, name, kind, probability from ${STAGE} where pipeline_id = any($1::uuid[]) order by position`
const STAGE_BY_ID = `select id, name, kind, probability from ${STAGE} where id = $1`
const FIRST_STAGE = `select s.id, s.name, s.kind, s.probability from ${STAGE} s join ${PIPELINE} p on p.id = s.pipeline_id
  where p.is_default and p.deleted_at is null order by s.position limit 1`

const TOTALS = `select d.stage_id, d.currency, count(*)::int as deals, coalesce(sum(d.amount), 0)::text as amount,
    trim_scale(round(coalesce(sum(d.amount * d.probability / 100), 0), 4))::text as weighted
  from ${DEAL} d join ${STAGE} s on s.id = d.stage_id
  where s.pipeline_id = $1 and d.deleted_at is null
    and ($2::text is null or d.name ilike $2) and ($3::uuid is null or d.owner_id = $3) and ($4::uuid is null or d.company_id = $4)
  group by d.stage_id, d.currency, s.position order by s.position, d.currency`

export type PipelineRepository = ReturnType<typeof createPipelineRepository>

export const createPipelineRepository = (db: TenantDb) => ({
  get: db.crud(PipelineModel).get,
  list: db.list(PipelineModel, PipelineList) as (ctx: Context, params: ListParams) => Promise<PageOf<Static<typeof PipelineRecord>>>,

  /** Gives the organization its default pipeline unless it has one. */
  ensureDefault: (ctx: Context) => db.run(ctx, ensureDefault(ctx)),

  /** The stages of some pipelines, in their order. */
  stagesOf: (ctx: Context, pipelineIds: readonly string[]) => db.run<Stage & { pipeline_id: string }>(ctx, bind(STAGES_OF, [pipelineIds])),

  findStage: async (ctx: Context, id: string) => (await db.run<Stage>(ctx, bind(STAGE_BY_ID, [id])))[0],

  /** The first stage of the default pipeline; undefined where the organization has none yet. */
  findFirstStage: async (ctx: Context) => (await db.run<Stage>(ctx, bind(FIRST_STAGE, [])))[0],

  totals: (ctx: Context, pipelineId: string, { search, owner_id, company_id }: TotalsFilter) =>
    db.run<StageTotal>(ctx, bind(TOTALS, [pipelineId, search ? containing(search) : null, owner_id, company_id])),
})

function ensureDefault(ctx: Context): Statement {
  const { name, stages } = defaultPipeline(ctx.organization.locale)
  const columns = [stages.map(newId), stages.map((stage) => stage.name), stages.map((stage) => stage.kind), stages.map((stage) => stage.probability)]
  return bind(ENSURE_DEFAULT, [newId(), name, ...columns])
}

const containing = (words: string): string => `%${words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
