import path from 'node:path'
import { wholeHost, type Asked, type TestClient } from '@innoerp/sdk/testing'
import type { Account, AppliedTemplate, NewAccount } from '../src/shared/account.js'
import type { EntryDocument, LineInput, NewEntry } from '../src/shared/entry.js'
import type { Journal, NewJournal } from '../src/shared/journal.js'

export const FINANCE = '/api/v1/finance'

/** One whole host with this module for all tests of a file. */
export const financeHost = () => wholeHost({ module: path.resolve(import.meta.dirname, '..') })

let made = 0

export const makeAccount = (client: TestClient, values: Partial<NewAccount> = {}): Promise<Account> =>
  client.post<Account>(`${FINANCE}/accounts`, { number: `9${++made}`, name: 'Suspense', type: 'asset', ...values }).expect(201)

export const makeJournal = (client: TestClient, values: Partial<NewJournal> = {}): Promise<Journal> =>
  client.post<Journal>(`${FINANCE}/journals`, { code: `J${++made}`, name: 'Journal', type: 'general', ...values }).expect(201)

/** The books of an organization: a journal and two accounts. */
export interface Books {
  client: TestClient
  journal: Journal
  bank: Account
  sales: Account
}

export const openBooks = async (client: TestClient): Promise<Books> => ({
  client,
  journal: await makeJournal(client),
  bank: await makeAccount(client, { name: 'Bank' }),
  sales: await makeAccount(client, { name: 'Sales', type: 'income' }),
})

/** The lines of a sale that was paid at once. */
export const sale = ({ bank, sales }: Books, amount: string): LineInput[] => [
  { account_id: bank.id, debit: amount },
  { account_id: sales.id, credit: amount },
]

export const draft = (books: Books, values: Partial<NewEntry> = {}): Promise<EntryDocument> =>
  books.client.post<EntryDocument>(`${FINANCE}/entries`, { journal_id: books.journal.id, date: '2026-11-24', lines: sale(books, '119.00'), ...values }).expect(201)

export const post = (client: TestClient, id: string): Asked<EntryDocument> => client.post<EntryDocument>(`${FINANCE}/entries/${id}/post`)

export const posted = async (books: Books, values: Partial<NewEntry> = {}): Promise<EntryDocument> =>
  post(books.client, (await draft(books, values)).id).expect(200)

export const applyTemplate = (client: TestClient): Asked<AppliedTemplate> => client.post<AppliedTemplate>(`${FINANCE}/accounts/apply-template`)
