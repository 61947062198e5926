import { formOf } from '@innoerp/sdk/ui'
import { Account, type NewAccount } from '../shared/account.js'
import { Reversal, type EntryDocument, type NewEntry } from '../shared/entry.js'
import { Journal, type NewJournal } from '../shared/journal.js'
import { accounts, documents, groupAccounts, journals, openAccounts } from './finance-api.js'
import { groupKind } from './kinds.js'

export const accountForm = formOf<Account, NewAccount>({
  name: 'account',
  schema: Account,
  target: accounts,
  layout: [['number', 'type'], 'name', ['parent_id', 'currency'], ['is_group', 'is_active']],
  fields: { parent_id: { of: groupKind } },
  also: [openAccounts.path, groupAccounts.path],
})

export const journalForm = formOf<Journal, NewJournal>({
  name: 'journal',
  schema: Journal,
  target: journals,
  layout: [['code', 'type'], 'name'],
})

/** Takes a posted entry back. */
export const reversalForm = formOf<EntryDocument, NewEntry>({
  name: 'reversal',
  schema: Reversal,
  target: documents,
  layout: ['date', 'description'],
  also: [accounts.path, journals.path],
})
