import { expect, test } from 'vitest'
import { expectRefusal, recordTests, UNKNOWN_ID, type Listed } from '@innoerp/sdk/testing'
import type { Account } from '../src/shared/account.js'
import type { AccountLine } from '../src/shared/entry.js'
import type { Journal } from '../src/shared/journal.js'
import { applyTemplate, draft, FINANCE, financeHost, makeAccount, makeJournal, openBooks, posted, sale } from './host.js'

const host = financeHost()
const acme = () => host.current.acme.admin
const number = () => `R${Math.random().toString(36).slice(2, 12)}`
recordTests({ host, path: `${FINANCE}/accounts`, label: 'name', body: () => ({ number: number(), name: 'Bank', type: 'asset' }), sorts: ['number', '-name', 'type', 'updated_at'] })
recordTests({ host, path: `${FINANCE}/journals`, label: 'name', body: () => ({ code: number().toUpperCase().slice(0, 10), name: 'Bank', type: 'bank' }), sorts: ['code', '-name', 'type', 'updated_at'] })

const accountsOf = async (query = '') => acme().get<Listed<Account>>(`${FINANCE}/accounts?${query}`).expect(200)

test('a new account is told of, and found by number and name', async () => {
  const { id } = await makeAccount(acme(), { number: 'B-12.5', name: 'Ärztekammer', type: 'liability' })
  const told = async () => (await host.current.events('finance.account.created')).filter(({ data }) => data.account_id === id).map(({ data }) => data)
  await expect.poll(told).toEqual([{ account_id: id, number: 'B-12.5', name: 'Ärztekammer', type: 'liability' }])
  for (const query of ['search=%C3%84RZTE', 'type=liability&search=b-12.5']) {
    expect((await accountsOf(query)).items).toMatchObject([{ id, is_group: false, is_active: true, parent_id: null }])
  }
})

test('a number is taken once in an organization, whatever its case', async () => {
  const first = await makeAccount(acme(), { number: 'K100' })
  await makeAccount(host.current.globex.admin, { number: 'K100' })
  const again = () => acme().post(`${FINANCE}/accounts`, { number: 'k100', name: 'Twice', type: 'asset' })
  expect(await expectRefusal(again(), 409)).toMatchObject({ code: 'FINANCE_NUMBER_TAKEN', details: [{ field: 'number' }] })
  await acme().delete(`${FINANCE}/accounts/${first.id}`).expect(204)
  await again().expect(201)
  expect((await expectRefusal(acme().post(`${FINANCE}/accounts/${first.id}/restore`), 409)).code).toBe('FINANCE_RESTORE_NUMBER_TAKEN')
})

test('a parent is a group of the organization, and never below its own child', async () => {
  const [top, middle] = [await makeAccount(acme(), { is_group: true }), await makeAccount(acme(), { is_group: true })]
  const leaf = await makeAccount(acme(), { parent_id: middle.id })
  const foreign = await makeAccount(host.current.globex.admin, { is_group: true })
  const move = (id: string, parent_id: string | null) => acme().patch(`${FINANCE}/accounts/${id}`, { parent_id })
  await move(middle.id, top.id).expect(200)
  for (const [id, parent] of [[top.id, middle.id], [top.id, top.id]] as const) {
    expect(await expectRefusal(move(id, parent), 422)).toMatchObject({ code: 'FINANCE_PARENT_CYCLE', details: [{ field: 'parent_id' }] })
  }
  const others = [await makeAccount(acme(), { is_group: true }), await makeAccount(acme(), { is_group: true })] as const
  const moves = await Promise.all([move(others[0].id, others[1].id), move(others[1].id, others[0].id)])
  expect(moves.map(({ status }) => status).sort()).toEqual([200, 422])
  for (const parent of [leaf.id, foreign.id, UNKNOWN_ID]) expect((await expectRefusal(move(top.id, parent), 422)).code).toBe('FINANCE_PARENT')
  expect((await expectRefusal(acme().delete(`${FINANCE}/accounts/${middle.id}`), 409)).code).toBe('FINANCE_ACCOUNT_CHILDREN')
  expect((await expectRefusal(acme().patch(`${FINANCE}/accounts/${middle.id}`, { is_group: false }), 409)).code).toBe('FINANCE_ACCOUNT_CHILDREN')
  await move(leaf.id, null).expect(200)
  await acme().delete(`${FINANCE}/accounts/${middle.id}`).expect(204)
  expect((await expectRefusal(acme().post(`${FINANCE}/accounts`, { number: 'X1', name: 'Orphan', type: 'asset', parent_id: middle.id }), 422)).code).toBe('FINANCE_PARENT')
})

test('an account with lines is neither deleted nor made a group; its lines are listed with their balance', async () => {
  const books = await openBooks(acme())
  const { id } = books.bank
  await posted(books, { date: '2026-01-10', description: 'Sale', lines: sale(books, '100') })
  await posted(books, { date: '2026-01-05', lines: sale(books, '0.10') })
  await posted(books, { date: '2026-02-01', lines: [{ account_id: books.sales.id, debit: '30' }, { account_id: id, credit: '30', description: 'Refund', partner: 'Nowak' }] })
  await draft(books)
  const page = await acme().get<Listed<AccountLine>>(`${FINANCE}/accounts/${id}/lines`).expect(200)
  expect(page.total).toBe(3)
  expect(page.items.map(({ date, balance, description }) => [date, balance, description])).toEqual([
    ['2026-02-01', '70.10', 'Refund'],
    ['2026-01-10', '100.10', 'Sale'],
    ['2026-01-05', '0.10', null],
  ])
  expect((await acme().get<Listed<AccountLine>>(`${FINANCE}/accounts/${id}/lines?skip=1&limit=1`)).body.items).toMatchObject([{ balance: '100.10' }])
  expect((await expectRefusal(acme().delete(`${FINANCE}/accounts/${id}`), 409)).code).toBe('FINANCE_ACCOUNT_LINES')
  expect((await expectRefusal(acme().patch(`${FINANCE}/accounts/${id}`, { is_group: true }), 409)).code).toBe('FINANCE_ACCOUNT_LINES')
  await expectRefusal(host.current.globex.admin.get(`${FINANCE}/accounts/${id}/lines`), 404)
})

test('a template fills an empty chart once, in the language of the organization, with journals', async () => {
  const { admin } = await host.current.signUp('template')
  await admin.patch('/api/v1/organizations/current', { locale: 'de-DE' }).expect(200)
  const answers = await Promise.all(Array.from({ length: 6 }, () => applyTemplate(admin)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(5).fill(409)])
  const { accounts, journals } = answers.find(({ status }) => status === 201)?.body ?? {}
  expect([accounts, journals]).toEqual([51, 5])
  const { items, total } = await admin.get<Listed<Account>>(`${FINANCE}/accounts?limit=200`).expect(200)
  expect(total).toBe(accounts)
  const group = items.find(({ number }) => number === '1000')
  expect(items.find(({ number }) => number === '1100')).toMatchObject({ name: 'Kasse', type: 'asset', parent_id: group?.id, is_group: false })
  expect((await admin.get<Listed<Journal>>(`${FINANCE}/journals`)).body.items.map(({ code }) => code)).toEqual(['BNK', 'CSH', 'GEN', 'PUR', 'SAL'])
  expect((await expectRefusal(applyTemplate(admin), 409)).code).toBe('FINANCE_CHART_NOT_EMPTY')
})

test('a journal’s code is unique and fixed once posted; a journal with entries is kept', async () => {
  const books = await openBooks(acme())
  const { id, code } = books.journal
  const change = (body: object) => acme().patch<Journal>(`${FINANCE}/journals/${id}`, body)
  expect(await change({ code: `${code}X` }).expect(200)).toMatchObject({ code: `${code}X` })
  await change({ code }).expect(200)
  expect((await expectRefusal(acme().post(`${FINANCE}/journals`, { code, name: 'Twice', type: 'cash' }), 409)).code).toBe('FINANCE_CODE_TAKEN')
  const { id: draftId } = await draft(books)
  expect((await expectRefusal(acme().delete(`${FINANCE}/journals/${id}`), 409)).code).toBe('FINANCE_JOURNAL_ENTRIES')
  await acme().delete(`${FINANCE}/entries/${draftId}`).expect(204)
  await acme().delete(`${FINANCE}/journals/${id}`).expect(204)
  expect((await expectRefusal(acme().post(`${FINANCE}/entries`, { journal_id: id, date: '2026-11-24' }), 422)).code).toBe('FINANCE_JOURNAL_MISSING')
  await acme().post(`${FINANCE}/journals/${id}/restore`).expect(200)
  await posted(books)
  expect(await change({ name: 'New name' }).expect(200)).toMatchObject({ name: 'New name', posted_count: 1 })
  expect(await expectRefusal(change({ code: 'OTHER' }), 409)).toMatchObject({ code: 'FINANCE_CODE_USED', details: [{ field: 'code' }] })
})

test('managers may do everything, employees nothing', async () => {
  const [manager, employee] = await Promise.all([host.current.acme.person('manager'), host.current.acme.person('employee')])
  const books = await openBooks(manager)
  await posted(books)
  for (const path of ['accounts', 'journals', 'entries', 'reports/trial-balance']) await expectRefusal(employee.get(`${FINANCE}/${path}`), 403)
  await expectRefusal(employee.post(`${FINANCE}/entries`, { journal_id: books.journal.id, date: '2026-11-24', lines: [] }), 403)
  await expectRefusal(applyTemplate(employee), 403)
  await makeJournal(manager)
})

test('other modules look accounts up by id and number, in their organization alone', async () => {
  const { acme: tenant, globex } = host.current
  const [one, two] = [await makeAccount(acme(), { number: 'L1' }), await makeAccount(acme(), { number: 'L2', currency: 'USD' })]
  const lookup = (input: unknown, of = tenant) => host.current.call(of, 'finance.account.lookup', { input })
  expect(await lookup({ ids: [one.id, UNKNOWN_ID], numbers: ['l2'] })).toMatchObject([{ id: one.id, number: 'L1' }, { id: two.id, currency: 'USD', is_group: false }])
  expect(await lookup({ ids: [one.id] }, globex)).toEqual([])
  await expect(lookup({ ids: ['x'] })).rejects.toMatchObject({ code: 'PLATFORM_BAD_PORT_INPUT' })
  await expect(host.current.call(tenant, 'finance.account.lookup', { input: {}, userType: 'employee' })).rejects.toMatchObject({ code: 'PLATFORM_PORT_FORBIDDEN' })
})
