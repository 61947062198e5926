import { atField, type Context, type PageOf } from '@innoerp/sdk/contract'
import { recordService, type ModuleEvents, type Rules } from '@innoerp/sdk/server'
import type { AccountPatch } from '../shared/account.js'
import type { AccountLine } from '../shared/entry.js'
import { accountEvents } from '../shared/events.js'
import type { AccountLookup } from '../shared/lookup.js'
import type { AccountRepository } from './account-repository.js'
import { errors } from './errors.js'

interface Deps {
  accounts: AccountRepository
  events: ModuleEvents
}

export type AccountService = ReturnType<typeof createAccountService>

/** Accounts. Errors: those of the rules below, and those of every record. */
export const createAccountService = ({ accounts, events }: Deps) => ({
  ...recordService({
    records: accounts,
    events,
    types: accountEvents,
    created: ({ number, name, type }) => ({ number, name, type }),
    rules: rulesFor,
    saving: async (tx, { parent_id }) => {
      if (parent_id) await accounts.holdTree(tx)
    },
    removing: accounts.holdTree,
  }),

  /** Posted lines of an account, the latest first. */
  lines: async (ctx: Context, id: string, { skip = 0, limit = 100 }: { skip?: number; limit?: number }): Promise<PageOf<AccountLine>> => {
    await accounts.get(ctx, id)
    return { ...(await accounts.lines(ctx, id, { skip, limit })), skip, limit, next: null }
  },

  /** Accounts for other modules. */
  lookup: (ctx: Context, asked: AccountLookup) => accounts.lookup(ctx, asked),
})

const rulesFor = (values: AccountPatch | undefined): Rules => ({
  account_number: values ? () => atField('number', errors.NUMBER_TAKEN, { number: values.number ?? '' }) : () => errors.RESTORE_NUMBER_TAKEN(),
  account_parent: () => atField('parent_id', errors.PARENT),
  account_parent_there: () => atField('parent_id', errors.PARENT),
  account_no_circle: () => atField('parent_id', errors.PARENT_CYCLE),
  account_lines: () => errors.ACCOUNT_LINES(),
  account_children: () => errors.ACCOUNT_CHILDREN(),
})
