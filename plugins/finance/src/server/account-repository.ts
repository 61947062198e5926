import type { Context } from '@innoerp/sdk/contract'
import { bind, TenantModel, treeLock, type Statement, type TenantDb } from '@innoerp/sdk/server'
import { Account, AccountList } from '../shared/account.js'
import type { AccountLine } from '../shared/entry.js'
import type { AccountLookup, FoundAccount } from '../shared/lookup.js'
import { ACCOUNT, ENTRY, LINE } from './tables.js'

export class AccountModel extends TenantModel {
  static override tableName = 'account'
  static override entity = Account
}

/** An account under the id it will have; parents come before what stands below them. */
export type AccountRow = Pick<Account, 'id' | 'number' | 'name' | 'type' | 'is_group' | 'is_active'> & { parent_id: string | null; currency: string | null }

const COLUMNS = ['id', 'number', 'name', 'type', 'parent_id', 'is_group', 'currency', 'is_active'] as const satisfies readonly (keyof AccountRow)[]

const HOLD_TREE = treeLock('mod_finance')
const IS_EMPTY = `select not exists (select from ${ACCOUNT} where deleted_at is null) as is_empty`
const BY_NUMBERS = `select id, number, is_group from ${ACCOUNT} where lower(number) = any($1::text[]) and deleted_at is null`
const LOOKUP = `select id, number, name, type, is_group, currency, is_active from ${ACCOUNT}
  where (id = any($1::uuid[]) or lower(number) = any($2::text[])) and deleted_at is null order by number`
const BY_IDS = `select id, number, is_group, is_active, currency from ${ACCOUNT} where id = any($1::uuid[]) and deleted_at is null for share`
const LINES = `select l.id, l.entry_id, e.number, e.date, coalesce(l.description, e.description) as description, l.partner, e.currency,
    l.debit, l.credit, sum(l.debit - l.credit) over (partition by e.currency order by e.date, e.posted_at, l.entry_id, l.position) as balance
  from ${LINE} l join ${ENTRY} e on e.id = l.entry_id
  where l.account_id = $1 and e.state = 'posted'
  order by e.date desc, e.posted_at desc, l.entry_id desc, l.position desc limit $2 offset $3`
const COUNT_LINES = `select count(*)::int as total from ${LINE} l join ${ENTRY} e on e.id = l.entry_id where l.account_id = $1 and e.state = 'posted'`

export type LineAccount = Pick<Account, 'id' | 'number' | 'is_group' | 'is_active'> & { currency: string | null }
export type AccountRepository = ReturnType<typeof createAccountRepository>

export const createAccountRepository = (db: TenantDb) => {
  const crud = db.crud(AccountModel)
  return {
    ...crud,
    list: db.list(AccountModel, AccountList),

    isEmpty: async (ctx: Context): Promise<boolean> => (await db.run<{ is_empty: boolean }>(ctx, bind(IS_EMPTY, [])))[0]?.is_empty === true,

    /** Lets nobody else place or remove accounts until the transaction ends. */
    holdTree: async (tx: Context): Promise<void> => {
      await db.run(tx, HOLD_TREE)
    },

    /** Inserts accounts, and runs `also` with them, in one round trip. */
    insertRows: (tx: Context, accounts: readonly AccountRow[], also: readonly Statement[]): Promise<void> => crud.insertMany(tx, accounts, { columns: COLUMNS, also }),

    /** Accounts by their numbers, whatever the case. */
    byNumbers: (ctx: Context, numbers: readonly string[]) =>
      db.run<Pick<Account, 'id' | 'number' | 'is_group'>>(ctx, bind(BY_NUMBERS, [numbers.map((number) => number.toLowerCase())])),

    /** Accounts that lines are to stand on; they stay as they are until the transaction ends. */
    hold: (tx: Context, ids: readonly string[]) => db.run<LineAccount>(tx, bind(BY_IDS, [ids])),

    lookup: (ctx: Context, { ids = [], numbers = [] }: AccountLookup) =>
      db.run<FoundAccount>(ctx, bind(LOOKUP, [ids, numbers.map((number) => number.toLowerCase())])),

    /** Posted lines of an account, the latest first, each with the balance up to it. */
    lines: async (ctx: Context, id: string, { skip, limit }: { skip: number; limit: number }) => {
      const [items = [], counted] = await db.batch(ctx, [bind(LINES, [id, limit, skip]), bind(COUNT_LINES, [id])])
      return { items: items as AccountLine[], total: Number(counted?.[0]?.total ?? 0) }
    },
  }
}
