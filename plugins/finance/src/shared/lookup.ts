import { Strict, Type, type Static } from '@innoerp/sdk/contract'
import type { Account } from './account.js'

const Id = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' })

/** What `finance.account.lookup` takes: accounts by their ids, by their numbers whatever the case, or both. */
export const AccountLookup = Strict({
  ids: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  numbers: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 200 })),
})
export type AccountLookup = Static<typeof AccountLookup>

/** What it tells of each; what is not found is not in the answer. */
export type FoundAccount = Pick<Account, 'id' | 'number' | 'name' | 'type' | 'is_group' | 'is_active'> & { currency: string | null }
