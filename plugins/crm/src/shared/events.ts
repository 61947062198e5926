import { event, Nullable, OneOf, Type, Uuid } from '@innoerp/sdk/contract'
import { STAGE_KINDS } from './pipeline.js'

const OptionalId = Nullable(Uuid)
const Fields = Type.Array(Type.String(), { description: 'Names of the fields that were set' })

export const CompanyCreated = event('company.created', 1, Type.Object({ company_id: Uuid, name: Type.String() }))
export const CompanyUpdated = event('company.updated', 1, Type.Object({ company_id: Uuid, fields: Fields }))
export const CompanyDeleted = event('company.deleted', 1, Type.Object({ company_id: Uuid }))
export const CompanyRestored = event('company.restored', 1, Type.Object({ company_id: Uuid }))
/** Some of the companies of one import, at most a thousand; an import of more publishes several. */
export const CompanyImported = event('company.imported', 1, Type.Object({ company_ids: Type.Array(Uuid) }))

export const ContactCreated = event('contact.created', 1, Type.Object({ contact_id: Uuid, name: Type.String(), company_id: OptionalId }))
export const ContactUpdated = event('contact.updated', 1, Type.Object({ contact_id: Uuid, fields: Fields }))
export const ContactDeleted = event('contact.deleted', 1, Type.Object({ contact_id: Uuid }))
export const ContactRestored = event('contact.restored', 1, Type.Object({ contact_id: Uuid }))

export const DealCreated = event('deal.created', 1, Type.Object({ deal_id: Uuid, name: Type.String(), company_id: OptionalId, stage_id: Uuid }))
export const DealUpdated = event('deal.updated', 1, Type.Object({ deal_id: Uuid, fields: Fields }))
export const DealDeleted = event('deal.deleted', 1, Type.Object({ deal_id: Uuid }))
export const DealRestored = event('deal.restored', 1, Type.Object({ deal_id: Uuid }))

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
