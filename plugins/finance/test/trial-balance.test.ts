import { expect, test } from 'vitest'
import { expectRefusal, type TestClient } from '@innoerp/sdk/testing'
import type { TrialBalance } from '../src/shared/trial-balance.js'
import { draft, FINANCE, financeHost, makeAccount, openBooks, posted, sale } from './host.js'

const host = financeHost()
const report = (client: TestClient, query = '') => client.get<TrialBalance>(`${FINANCE}/reports/trial-balance?${query}`).expect(200)

test('the totals are equal and exact, of posted entries alone, in the period asked for', async () => {
  const { admin } = await host.current.signUp('reports')
  const books = await openBooks(admin)
  await posted(books, { date: '2026-01-31', lines: sale(books, '0.10') })
  await posted(books, { date: '2026-02-01', lines: sale(books, '0.20') })
  const { id } = await posted(books, { date: '2026-02-28', lines: sale(books, '999999999999999.99') })
  await draft(books, { date: '2026-02-10' })
  const all = await report(admin)
  expect(all.rows).toEqual([
    { account: { id: books.bank.id, number: books.bank.number, name: 'Bank', type: 'asset' }, debit: '1000000000000000.29', credit: '0.00', balance: '1000000000000000.29' },
    { account: { id: books.sales.id, number: books.sales.number, name: 'Sales', type: 'income' }, debit: '0.00', credit: '1000000000000000.29', balance: '-1000000000000000.29' },
  ])
  expect(all).toMatchObject({ currency: 'EUR', totals: { debit: '1000000000000000.29', credit: '1000000000000000.29' }, other_currencies: [] })
  expect((await report(admin, 'from=2026-02-01&to=2026-02-27')).totals).toEqual({ debit: '0.20', credit: '0.20' })
  expect((await report(admin, 'to=2026-01-31')).totals.debit).toBe('0.10')
  expect((await report(admin, 'from=2027-01-01')).rows).toEqual([])
  await admin.post(`${FINANCE}/entries/${id}/reverse`, { date: '2026-03-01' }).expect(201)
  expect((await report(admin)).rows.map(({ balance }) => balance)).toEqual(['0.30', '-0.30'])
})

test('books of another currency stand apart and are named', async () => {
  const { admin } = await host.current.signUp('moved')
  const books = await openBooks(admin)
  await posted(books, { lines: sale(books, '5') })
  await admin.patch('/api/v1/organizations/current', { currency: 'JPY' }).expect(200)
  await posted(books, { lines: sale(books, '700') })
  expect(await report(admin)).toMatchObject({ currency: 'JPY', totals: { debit: '700', credit: '700' }, other_currencies: ['EUR'] })
  expect(await report(admin, 'currency=EUR')).toMatchObject({ totals: { debit: '5.00' }, other_currencies: ['JPY'] })
})

test('the file holds what the report shows, and nothing that a spreadsheet would run', async () => {
  const { admin } = await host.current.signUp('exports')
  const books = await openBooks(admin)
  const trap = await makeAccount(admin, { name: '=HYPERLINK("http://evil.example")', type: 'expense' })
  await posted(books, { lines: [{ account_id: trap.id, debit: '12.34' }, { account_id: books.bank.id, credit: '12.34' }] })
  const file = await admin.get(`${FINANCE}/reports/trial-balance/export?from=2026-01-01`)
  expect(file.headers['content-type']).toContain('text/csv')
  const lines = file.text.replace('\uFEFF', '').trim().split('\r\n')
  expect(lines).toContain(`${books.bank.number},Bank,asset,0.00,12.34,-12.34,EUR`)
  expect(lines).toContain(`${trap.number},"'=HYPERLINK(""http://evil.example"")",expense,12.34,0.00,12.34,EUR`)
  expect(lines.at(-1)).toBe(',,total,12.34,12.34,,EUR')
  await expectRefusal(admin.get(`${FINANCE}/reports/trial-balance?from=yesterday`), 400)
})
