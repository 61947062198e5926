import type { Context } from '@innoerp/sdk/contract'
import { bind, newId, platformErrors, TenantModel, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { Entry, EntryList, type Line } from '../shared/entry.js'
import type { Totals } from './lines.js'
import { ENTRY, LINE } from './tables.js'

export class EntryModel extends TenantModel {
  static override tableName = 'entry'
  static override entity = Entry
}

const LOCK = `select state, currency, date, total_debit, total_credit, number, reversed_by_id from ${ENTRY} where id = $1 and deleted_at is null for update`
const INSERT = `insert into ${ENTRY} (id, journal_id, date, description, reference, currency, currency_digits, reverses_id, total_debit, total_credit)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
const LINES_OF = `select account_id, debit, credit, description, partner from ${LINE} where entry_id = $1 order by position`
const DELETE_LINES = `delete from ${LINE} where entry_id = $1`
const INSERT_LINES = `insert into ${LINE} (id, entry_id, position, account_id, debit, credit, description, partner)
  select l.id, $1, l.position, l.account_id, l.debit, l.credit, l.description, l.partner
  from unnest($2::uuid[], $3::uuid[], $4::numeric[], $5::numeric[], $6::text[], $7::text[])
    with ordinality as l (id, account_id, debit, credit, description, partner, position)`
const REVERSED_BY = `update ${ENTRY} set reversed_by_id = $2, version = version + 1, updated_at = now() where id = $1`
// Else the rules that hold at commit would fail where no statement answers for it.
const CHECK_NOW = bind('set constraints all immediate', [])

/** What a posting or a change needs to know of the entry that it locked. */
export type LockedEntry = Pick<Entry, 'state' | 'currency' | 'date' | 'total_debit' | 'total_credit' | 'number' | 'reversed_by_id'>

/** A new draft. */
export interface Draft {
  head: {
    journal_id: string
    date: string
    description: string | null
    reference: string | null
    currency: string
    /** Digits after the point that its amounts may have. */
    currency_digits: number
    reverses_id: string | null
  }
  lines: readonly Line[]
  totals: Totals
}

export type EntryRepository = ReturnType<typeof createEntryRepository>

export const createEntryRepository = (db: TenantDb) => {
  const crud = db.crud(EntryModel)
  return {
    ...crud,
    list: db.list(EntryModel, EntryList),
    lines: (ctx: Context, id: string) => db.run<Line>(ctx, bind(LINES_OF, [id])),

    /** Keeps an entry from changing until the transaction ends. `NOT_FOUND` where there is none. */
    lock: async (tx: Context, id: string): Promise<LockedEntry> => {
      const [row] = await db.run<LockedEntry>(tx, bind(LOCK, [id]))
      if (!row) throw platformErrors.NOT_FOUND()
      return row
    },

    insertDraft: async (tx: Context, id: string, { head, lines, totals }: Draft): Promise<void> => {
      const { journal_id, date, description, reference, currency, currency_digits, reverses_id } = head
      const values = [id, journal_id, date, description, reference, currency, currency_digits, reverses_id, totals.total_debit, totals.total_credit]
      await db.batch(tx, [bind(INSERT, values), insertLines(id, lines)])
    },

    /** Puts these lines in the place of those that a draft has. */
    replaceLines: async (tx: Context, id: string, lines: readonly Line[]): Promise<void> => {
      await db.batch(tx, [bind(DELETE_LINES, [id]), insertLines(id, lines)])
    },

    /** Gives a draft its number and its place in the chain; all that must hold of a posted entry is checked at once. */
    post: async (tx: Context, id: string, ifMatch?: string): Promise<Entry> => {
      const entry = await crud.patch(tx, id, { values: { state: 'posted' }, ifMatch })
      await db.run(tx, CHECK_NOW)
      return entry
    },

    markReversed: (tx: Context, id: string, reversalId: string) => db.run(tx, bind(REVERSED_BY, [id, reversalId])),
  }
}

function insertLines(entryId: string, lines: readonly Line[]): Statement {
  const columns = (['account_id', 'debit', 'credit', 'description', 'partner'] as const).map((name) => lines.map((line) => line[name]))
  return bind(INSERT_LINES, [entryId, lines.map(newId), ...columns])
}
