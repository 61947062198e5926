import { recordKind, type RecordSource } from '@innoerp/sdk/ui'
import type { Account } from '../shared/account.js'
import type { Journal } from '../shared/journal.js'
import { accounts, groupAccounts, journals, openAccounts } from './finance-api.js'

export const accountTitle = ({ number, name }: Pick<Account, 'number' | 'name'>): string => `${number} ${name}`

const accountsOf = (source: RecordSource<Account>) => recordKind<Account>({ source, title: accountTitle })
export const accountKind = accountsOf(accounts)
export const openAccountKind = accountsOf(openAccounts)
export const groupKind = accountsOf(groupAccounts)

export const journalKind = recordKind<Journal>({ source: journals, title: ({ name }) => name, second: ({ code }) => code })
/** Journals where their name alone is shown. */
export const journalName = recordKind<Journal>({ source: journals, title: ({ name }) => name })
