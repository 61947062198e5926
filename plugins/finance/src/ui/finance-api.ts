import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getApi, keys, resource, type ListParams, type PageOf, type RecordSource } from '@innoerp/sdk/ui'
import type { Account, AppliedTemplate, NewAccount } from '../shared/account.js'
import type { AccountLine, Entry, EntryDocument, NewEntry } from '../shared/entry.js'
import type { ChainCheck, Journal, NewJournal } from '../shared/journal.js'
import type { TrialBalance, TrialBalanceQuery } from '../shared/trial-balance.js'

const FINANCE = '/api/v1/finance'

export const accounts = resource<Account, NewAccount>(`${FINANCE}/accounts`)
export const journals = resource<Journal, NewJournal>(`${FINANCE}/journals`)
/** Entries as a list gives them. */
export const entries = resource<Entry, NewEntry>(`${FINANCE}/entries`)
/** Entries one by one, with their lines. */
export const documents = resource<EntryDocument, NewEntry>(entries.path)
const trialBalancePath = `${FINANCE}/reports/trial-balance`

/** What a posting changes. */
const BOOKS = [entries.path, journals.path, accounts.path, trialBalancePath]

const accountsThat = (name: string, where: ListParams): RecordSource<Account> => ({
  path: `${accounts.path}/${name}`,
  list: (params, options) => accounts.list({ ...params, ...where }, options),
  get: accounts.get,
})
/** Accounts that lines can stand on. */
export const openAccounts = accountsThat('open', { is_group: false, is_active: true })
/** Accounts that others can stand below. */
export const groupAccounts = accountsThat('groups', { is_group: true })

/** Does something to the books, and reads anew what it changes. */
function useBooksMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation<R, Error, T>({
    mutationFn,
    onSuccess: async () => {
      await Promise.all(BOOKS.map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
    },
  })
}

/** Posts a draft; a version that somebody else has changed is refused. */
export const usePost = () => useBooksMutation(({ id, version }: Entry) => documents.act(id, 'post', { etag: `"${version}"` }))

export const useApplyTemplate = () => useBooksMutation(() => getApi().post<AppliedTemplate>(`${accounts.path}/apply-template`))

/** Posted lines of an account, a page of `limit` of them. */
export const useAccountLines = (id: string, page: { skip: number; limit: number }) =>
  useQuery({
    queryKey: [...keys.all(accounts.path), 'lines', id, page],
    queryFn: ({ signal }) => getApi().get<PageOf<AccountLine>>(`${accounts.path}/${id}/lines`, { signal, query: page }),
  })

/** Whether a journal’s chain is whole; asked for by `refetch`. */
export const useChainCheck = (id: string) =>
  useQuery({
    queryKey: [...keys.all(journals.path), 'chain', id],
    queryFn: ({ signal }) => getApi().get<ChainCheck>(`${journals.path}/${id}/chain`, { signal }),
  })

export const useTrialBalance = (query: TrialBalanceQuery) =>
  useQuery({
    queryKey: [...keys.all(trialBalancePath), query],
    queryFn: ({ signal }) => getApi().get<TrialBalance>(trialBalancePath, { signal, query }),
  })

/** The trial balance as the text of a CSV file. */
export const exportTrialBalance = (query: TrialBalanceQuery): Promise<string> => getApi().get<string>(`${trialBalancePath}/export`, { query })
