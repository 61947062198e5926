import type { Context, ListParams } from '@innoerp/sdk/contract'
import { newId, type ModuleEvents } from '@innoerp/sdk/server'
import type { Deal, DealPatch, NewDeal } from '../shared/deal.js'
import { DealCreated, DealDeleted, DealLost, DealRestored, DealStageChanged, DealUpdated, DealWon } from '../shared/events.js'
import type { Stage, StageKind } from '../shared/pipeline.js'
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

interface Change {
  values: DealPatch
  ifMatch: string | undefined
}

interface Place {
  stage_id: string
  stage_kind: StageKind
}

export type DealService = ReturnType<typeof createDealService>

/** Deals. Errors: `CRM_COMPANY_MISSING`, `CRM_CONTACT_MISSING`, `CRM_STAGE_MISSING`, `CRM_OWNER_NOT_ACTIVE`, and those of every record. */
export const createDealService = ({ deals, pipelines, references, events }: Deps) => ({
  list: (ctx: Context, params: ListParams) => deals.list(ctx, params),

  get: (ctx: Context, id: string) => deals.get(ctx, id),

  create: async (ctx: Context, input: NewDeal): Promise<Deal> => {
    await references.requireOwner(ctx, input)
    return ctx.transaction(async (tx) => {
      const stage = await pipelines.stageFor(tx, input.stage_id)
      await references.hold(tx, input)
      const id = newId()
      const data = { deal_id: id, name: input.name, company_id: input.company_id ?? null, stage_id: stage.id }
      const created = events.statement(tx, DealCreated, { data, aggregate_id: id, aggregate_version: 1 })
      const deal = await deals.insert(tx, { ...withDefaults(ctx, input, stage), id }, { also: [created] })
      await publishClosing(events, tx, deal)
      return deal
    })
  },

  /** Changes a deal; a new stage stamps, closes or reopens it and brings its own probability unless the change names one. */
  patch: async (ctx: Context, id: string, { values, ifMatch }: Change): Promise<Deal> => {
    await references.requireOwner(ctx, values)
    return ctx.transaction(async (tx) => {
      const from = await deals.hold(tx, id)
      await references.hold(tx, values)
      const stage = values.stage_id === undefined || values.stage_id === from.stage_id ? undefined : await pipelines.stageFor(tx, values.stage_id)
      const moved = stage ? { probability: stage.probability, ...values, ...placedIn(stage, now()) } : values
      const deal = await deals.patch(tx, id, { values: moved, ifMatch })
      const data = { deal_id: id, fields: Object.keys(values) }
      await events.publish(tx, DealUpdated, { data, aggregate_id: id, aggregate_version: deal.version })
      if (stage) await publishMove(events, tx, { deal, from, to: { stage_id: stage.id, stage_kind: stage.kind } })
      return deal
    })
  },

  remove: (ctx: Context, id: string, { ifMatch }: { ifMatch: string | undefined }) => {
    const deleted = events.statement(ctx, DealDeleted, { data: { deal_id: id }, aggregate_id: id })
    return deals.remove(ctx, id, { ifMatch, also: [deleted] })
  },

  restore: (ctx: Context, id: string) =>
    ctx.transaction(async (tx) => {
      const deal = await deals.restore(tx, id)
      await events.publish(tx, DealRestored, { data: { deal_id: id }, aggregate_id: id, aggregate_version: deal.version })
      return deal
    }),
})

const now = (): string => new Date().toISOString()

const withDefaults = (ctx: Context, input: NewDeal, stage: Stage) => ({
  ...input,
  currency: input.currency ?? ctx.organization.currency,
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
