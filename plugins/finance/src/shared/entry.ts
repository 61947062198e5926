import {
  Currency, Decimal, entity, listOf, Name, Nullable, OneOf, Optional, PlainDate, ReadOnly, Strict, Timestamp, Type, Uuid,
  type NewRecord, type RecordPatch, type Static,
} from '@innoerp/sdk/contract'
import { Amount } from './amount.js'

export const ENTRY_STATES = ['draft', 'posted'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Lines of one entry. */
export const MAX_LINES = 500

/** One side of an entry: an account and either a debit or a credit above zero. */
export const LineInput = Strict({
  account_id: Uuid,
  debit: Type.Optional(Amount),
  credit: Type.Optional(Amount),
  description: Optional(Name(300)),
  partner: Optional(Name(200, { description: 'Who it is about, as text' })),
})
export type LineInput = Static<typeof LineInput>

/** A line as it is kept: both sides as exact decimals with the digits of the entry's currency, one of them zero. */
export const Line = Type.Object({
  account_id: Uuid,
  debit: Decimal,
  credit: Decimal,
  description: Nullable(Type.String()),
  partner: Nullable(Type.String()),
})
export type Line = Static<typeof Line>

const fields = {
  journal_id: Uuid,
  date: PlainDate,
  description: Optional(Name(300)),
  reference: Optional(Name(100, { description: 'Number of the document behind it, e.g. of a bill' })),
  state: ReadOnly(OneOf(ENTRY_STATES)),
  number: ReadOnly(Nullable(Type.String({ description: 'Given when it is posted, e.g. GEN-2026-0001' }))),
  currency: ReadOnly(Currency),
  total_debit: ReadOnly(Decimal),
  total_credit: ReadOnly(Decimal),
  posted_at: ReadOnly(Nullable(Timestamp)),
  posted_by: ReadOnly(Nullable(Uuid)),
  reverses_id: ReadOnly(Nullable(Uuid)),
  reversed_by_id: ReadOnly(Nullable(Uuid)),
  hash: ReadOnly(Nullable(Type.String({ description: 'SHA-256 over this entry and the hash of the one posted before it in the journal' }))),
}

/** An entry without its lines. A draft may be changed and need not balance; once posted it stays as it is. */
export const Entry = entity(fields)
export type Entry = Static<typeof Entry>

/** An entry with its lines, in their order. */
export const EntryDocument = Type.Object({ ...Entry.properties, lines: Type.Array(Line) })
export type EntryDocument = Static<typeof EntryDocument>

/** What writes a draft; a change of `lines` replaces all of them. */
export const EntryDraft = entity({ ...fields, lines: Type.Array(LineInput, { maxItems: MAX_LINES, default: [] }) })
export type NewEntry = NewRecord<typeof EntryDraft>
export type EntryPatch = RecordPatch<typeof EntryDraft>

export const EntryList = listOf(Entry, {
  sort: ['date', 'number', 'total_debit', 'updated_at'],
  search: ['number', 'description', 'reference'],
  filter: ['journal_id', 'state', 'date'],
})

/** How an entry is reversed. Left out, `date` is today in the organization's time zone. */
export const Reversal = Strict({ date: Type.Optional(PlainDate), description: Optional(Name(300)) })
export type Reversal = Static<typeof Reversal>

/** A posted line as the page of its account shows it; `balance` is debit less credit up to and including it. */
export const AccountLine = Type.Object({
  id: Uuid,
  entry_id: Uuid,
  number: Type.String(),
  date: PlainDate,
  description: Nullable(Type.String()),
  partner: Nullable(Type.String()),
  currency: Currency,
  debit: Decimal,
  credit: Decimal,
  balance: Decimal,
})
export type AccountLine = Static<typeof AccountLine>
