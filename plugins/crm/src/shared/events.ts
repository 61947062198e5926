import { event, Nullable, OneOf, recordEvents, Type, Uuid } from '@innoerp/sdk/contract'
import { STAGE_KINDS } from './pipeline.js'

const OptionalId = Nullable(Uuid)

export const companyEvents = recordEvents('company', { name: Type.String() })
/** Some of the companies of one import, at most a thousand; an import of more publishes several. */
export const CompanyImported = event('company.imported', 1, Type.Object({ company_ids: Type.Array(Uuid) }))

export const contactEvents = recordEvents('contact', { name: Type.String(), company_id: OptionalId })

export const dealEvents = recordEvents('deal', { name: Type.String(), company_id: OptionalId, stage_id: Uuid })

/** A deal went from one stage to another; reopening is the way from a won or lost stage to an open one. */
export const DealStageChanged = event(
  'deal.stage_changed',
  1,
  Type.Object({ deal_id: Uuid, from_stage_id: Uuid, to_stage_id: Uuid, from_kind: OneOf(STAGE_KINDS), to_kind: OneOf(STAGE_KINDS) }),
)

const Closed = Type.Object({
  deal_id: Uuid,
  company_id: OptionalId,
  contact_id: OptionalId,
  amount: Nullable(Type.String()),
  currency: Type.String(),
})
export const DealWon = event('deal.won', 1, Closed)
export const DealLost = event('deal.lost', 1, Closed)
