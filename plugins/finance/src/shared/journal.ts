import { entity, listOf, Name, OneOf, ReadOnly, Type, type NewRecord, type RecordPatch, type Static } from '@innoerp/sdk/contract'

export const JOURNAL_TYPES = ['general', 'sales', 'purchase', 'bank', 'cash'] as const
export type JournalType = (typeof JOURNAL_TYPES)[number]

const JournalCode = Type.String({ pattern: '^[A-Z0-9]{1,10}$', maxLength: 10, description: 'Stands before the numbers of its entries, e.g. GEN' })

/** A book of entries: it numbers them without a gap, each year anew. Its code is fixed once something is posted in it. */
export const Journal = entity({
  code: JournalCode,
  name: Name(100),
  type: OneOf(JOURNAL_TYPES),
  posted_count: ReadOnly(Type.Integer({ description: 'Entries posted so far' })),
})
export type Journal = Static<typeof Journal>
export type NewJournal = NewRecord<typeof Journal>
export type JournalPatch = RecordPatch<typeof Journal>

export const JournalList = listOf(Journal, { sort: ['code', 'name', 'type', 'updated_at'], search: ['code', 'name'], filter: ['type'] })

/** Whether the posted entries of a journal are those that were posted, in their order. */
export const ChainCheck = Type.Object({
  entries: Type.Integer({ description: 'Posted entries looked at' }),
  intact: Type.Boolean(),
  broken_at: Type.Union([Type.String(), Type.Null()], { description: 'Number of the first entry whose hash does not fit' }),
})
export type ChainCheck = Static<typeof ChainCheck>
