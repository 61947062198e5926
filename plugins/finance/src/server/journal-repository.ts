import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { Journal, JournalList, type ChainCheck, type JournalType } from '../shared/journal.js'
import { ENTRY, JOURNAL } from './tables.js'

export class JournalModel extends TenantModel {
  static override tableName = 'journal'
  static override entity = Journal
}

/** A journal under the id it will have. */
export interface JournalRow {
  id: string
  code: string
  name: string
  type: JournalType
}

const INSERT_MISSING = `insert into ${JOURNAL} (id, code, name, type)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
  on conflict (organization_id, code) where deleted_at is null do nothing returning id`

// The last link must be the one that the journal remembers, so that entries missing at the end show too.
const CHECK_CHAIN = `with chain as (
    select number, chain_number, hash, mod_finance.entry_hash(lag(hash) over (order by chain_number), e.*) as expected,
      row_number() over (order by chain_number) as place
    from ${ENTRY} e where journal_id = $1 and state = 'posted'
  ), broken as (select number from chain where hash <> expected or place <> chain_number order by chain_number limit 1)
  select (select count(*)::int from chain) as entries, (select number from broken) as broken_at,
    not exists (select from broken) and j.posted_count = (select count(*) from chain)
      and j.last_hash is not distinct from (select hash from chain order by chain_number desc limit 1) as intact
  from ${JOURNAL} j where j.id = $1`

export type JournalRepository = ReturnType<typeof createJournalRepository>

export const createJournalRepository = (db: TenantDb) => ({
  ...db.crud(JournalModel),
  list: db.list(JournalModel, JournalList),

  /** Inserts the journals whose codes are free; how many were. */
  insertMissing: async (tx: Context, journals: readonly JournalRow[]): Promise<number> => (await db.run(tx, insertMissing(journals))).length,

  checkChain: async (ctx: Context, id: string) => (await db.run<ChainCheck>(ctx, bind(CHECK_CHAIN, [id])))[0],
})

const insertMissing = (journals: readonly JournalRow[]): Statement =>
  bind(INSERT_MISSING, (['id', 'code', 'name', 'type'] as const).map((column) => journals.map((journal) => journal[column])))
