import { Currency, Decimal, entity, listOf, Name, OneOf, Optional, PlainDate, Text, Type, Uuid } from '@innoerp/sdk/contract'
import type { NewRecord, RecordPatch, Static } from '@innoerp/sdk/contract'

export const PROJECT_STATUSES = ['planned', 'active', 'on_hold', 'completed', 'cancelled'] as const
export type ProjectStatus = (typeof PROJECT_STATUSES)[number]

/** An amount of money that cannot be negative: up to 18 digits before and 4 after the point. */
const Budget = Type.String({ ...Decimal, pattern: '^\\d{1,18}(\\.\\d{1,4})?$' })

/** Letters, digits and ` . _ / -`; begins with a letter or a digit. */
const Code = Type.String({
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,19}$',
  maxLength: 20,
  description: 'Short name, e.g. HCR; stands before the numbers of its tasks',
})

/** A project; `code` is unique in the organization, whatever its case. `company_id` names a company of the CRM, which need not be there. */
export const Project = entity({
  name: Name(200),
  code: Optional(Code),
  description: Optional(Text(20_000)),
  status: OneOf(PROJECT_STATUSES, { default: 'active' }),
  start_date: Optional(PlainDate),
  end_date: Optional(PlainDate),
  budget: Optional(Budget),
  currency: Optional(Currency),
  company_id: Optional(Uuid),
})
export type Project = Static<typeof Project>
export type NewProject = NewRecord<typeof Project>
export type ProjectPatch = RecordPatch<typeof Project>

export const ProjectList = listOf(Project, {
  sort: ['name', 'code', 'start_date', 'end_date', 'updated_at'],
  search: ['name', 'code'],
  filter: ['status', 'code', 'company_id'],
})
