import type { Context } from '@innoerp/sdk/contract'
import { newId, recordService, type ModuleEvents, type RecordChange } from '@innoerp/sdk/server'
import type { Deal, NewDeal } from '../shared/deal.js'
import { dealEvents, DealLost, DealStageChanged, DealWon } from '../shared/events.js'
import type { Stage, StageKind } from '../shared/pipeline.js'
import { expectedCloseDate } from './close-date.js'
import { placedIn } from './deal-placement.js'
import type { DealRepository } from './deal-repository.js'
import type { PipelineService } from './pipeline-service.js'
import type { References } from './references.js'

interface Deps {
  deals: DealRepository
  pipelines: PipelineService
  references: References
  events: ModuleEvents
}

type Change = RecordChange<typeof Deal>

interface Place {
  stage_id: string
  stage_kind: StageKind
}

/** Deals. Errors: `CRM_COMPANY_MISSING`, `CRM_CONTACT_MISSING`, `CRM_STAGE_MISSING`, `CRM_OWNER_NOT_ACTIVE`, and those of every record. */
export const createDealService = (deps: Deps) => ({
  ...recordService({ records: deps.deals, events: deps.events, types: dealEvents, created: createdData }),
  create: (ctx: Context, input: NewDeal) => createDeal(deps, ctx, input),
  patch: (ctx: Context, id: string, change: Change) => patchDeal(deps, ctx, { id, ...change }),
})

const createdData = ({ name, company_id = null, stage_id = '' }: NewDeal) => ({ name, company_id, stage_id })

async function createDeal({ deals, pipelines, references, events }: Deps, ctx: Context, input: NewDeal): Promise<Deal> {
  await references.requireOwner(ctx, input)
  return ctx.transaction(async (tx) => {
    const stage = await pipelines.stageFor(tx, input.stage_id)
    await references.hold(tx, input)
    const id = newId()
    const values = { ...withDefaults(ctx, input, stage), id }
    const data = { deal_id: id, ...createdData(values) }
    const created = events.statement(tx, dealEvents.created, { data, aggregate_id: id, aggregate_version: 1 })
    const deal = await deals.insert(tx, values, { also: [created] })
    await publishClosing(events, tx, deal)
    return deal
  })
}

/** Changes a deal; a new stage stamps, closes or reopens it and brings its own probability unless the change names one. */
async function patchDeal({ deals, pipelines, references, events }: Deps, ctx: Context, { id, values, ifMatch }: { id: string } & Change): Promise<Deal> {
  await references.requireOwner(ctx, values)
  return ctx.transaction(async (tx) => {
    const from = await deals.hold(tx, id)
    await references.hold(tx, values)
    const stage = values.stage_id === undefined || values.stage_id === from.stage_id ? undefined : await pipelines.stageFor(tx, values.stage_id)
    const moved = stage ? { probability: stage.probability, ...values, ...placedIn(stage, now()) } : values
    const deal = await deals.patch(tx, id, { values: moved, ifMatch })
    const data = { deal_id: id, fields: Object.keys(values) }
    await events.publish(tx, dealEvents.updated, { data, aggregate_id: id, aggregate_version: deal.version })
    if (stage) await publishMove(events, tx, { deal, from, to: { stage_id: stage.id, stage_kind: stage.kind } })
    return deal
  })
}

const now = (): string => new Date().toISOString()

const withDefaults = (ctx: Context, input: NewDeal, stage: Stage) => ({
  ...input,
  currency: input.currency ?? ctx.organization.currency,
  expected_close_date: input.expected_close_date ?? expectedCloseDate(ctx) ?? null,
  probability: input.probability ?? stage.probability,
  ...placedIn(stage, now()),
})

async function publishMove(events: ModuleEvents, tx: Context, { deal, from, to }: { deal: Deal; from: Place; to: Place }): Promise<void> {
  const data = { deal_id: deal.id, from_stage_id: from.stage_id, to_stage_id: to.stage_id, from_kind: from.stage_kind, to_kind: to.stage_kind }
  await events.publish(tx, DealStageChanged, { data, aggregate_id: deal.id, aggregate_version: deal.version })
  if (from.stage_kind !== to.stage_kind) await publishClosing(events, tx, deal)
}

/** Tells that a deal is won or lost; nothing for an open one. */
async function publishClosing(events: ModuleEvents, tx: Context, deal: Deal): Promise<void> {
  if (deal.stage_kind === 'open') return
  const { id, company_id = null, contact_id = null, amount = null, currency = tx.organization.currency, version } = deal
  const data = { deal_id: id, company_id, contact_id, amount, currency }
  await events.publish(tx, deal.stage_kind === 'won' ? DealWon : DealLost, { data, aggregate_id: id, aggregate_version: version })
}
