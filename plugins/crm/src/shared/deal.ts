import {
  Currency, Decimal, entity, listOf, Name, Nullable, OneOf, Optional, PlainDate, ReadOnly, Timestamp, Type, Uuid,
  type NewRecord, type RecordPatch, type Static,
} from '@innoerp/sdk/contract'
import { Probability, STAGE_KINDS } from './pipeline.js'

/** An amount of money that cannot be negative: up to 18 digits before and 4 after the point. */
const Amount = Type.String({ ...Decimal, pattern: '^\\d{1,18}(\\.\\d{1,4})?$' })

/**
 * A chance to sell something. Left out on creation, `stage_id` is the first stage, `probability` its stage's, `currency` the
 * organization's. A deal has a `closed_at` if and only if its stage is won or lost.
 */
export const Deal = entity({
  name: Name(200),
  company_id: Optional(Uuid),
  contact_id: Optional(Uuid),
  stage_id: Type.Optional(Uuid),
  stage_kind: ReadOnly(OneOf(STAGE_KINDS)),
  stage_changed_at: ReadOnly(Timestamp),
  amount: Optional(Amount),
  currency: Type.Optional(Currency),
  probability: Type.Optional(Probability),
  expected_close_date: Optional(PlainDate),
  closed_at: ReadOnly(Nullable(Timestamp)),
  owner_id: Optional(Uuid),
})
export type Deal = Static<typeof Deal>
export type NewDeal = NewRecord<typeof Deal>
export type DealPatch = RecordPatch<typeof Deal>

export const DealList = listOf(Deal, {
  sort: ['name', 'amount', 'expected_close_date', 'updated_at'],
  search: ['name'],
  filter: ['stage_id', 'stage_kind', 'company_id', 'contact_id', 'owner_id'],
})
