import { expect, test } from 'vitest'
import { expectRefusal, type Listed, UNKNOWN_ID } from '@innoerp/sdk/testing'
import type { Entry, EntryDocument } from '../src/shared/entry.js'
import type { ChainCheck } from '../src/shared/journal.js'
import { draft, FINANCE, financeHost, makeAccount, makeJournal, openBooks, post, posted, sale } from './host.js'

const host = financeHost()
const acme = () => host.current.acme.admin
const entry = (id: string) => acme().get<EntryDocument>(`${FINANCE}/entries/${id}`).expect(200)

test('a draft keeps its lines as they were written, may be out of balance, and changes as a whole', async () => {
  const books = await openBooks(acme())
  const made = await draft(books, { description: 'Cash sale', lines: [{ account_id: books.bank.id, debit: '119.5', partner: 'Port of Aarhus' }] })
  expect(made).toMatchObject({ state: 'draft', number: null, currency: 'EUR', total_debit: '119.50', total_credit: '0.00', description: 'Cash sale' })
  expect(made.lines).toEqual([{ account_id: books.bank.id, debit: '119.50', credit: '0.00', description: null, partner: 'Port of Aarhus' }])
  const changed = await acme().patch<EntryDocument>(`${FINANCE}/entries/${made.id}`, { lines: sale(books, '7') }).expect(200)
  expect(changed).toMatchObject({ total_debit: '7.00', total_credit: '7.00', version: 2 })
  expect((await entry(made.id)).lines.map(({ debit, credit }) => [debit, credit])).toEqual([['7.00', '0.00'], ['0.00', '7.00']])
  await expectRefusal(acme().patch(`${FINANCE}/entries/${made.id}`, { lines: [] }, { headers: { 'if-match': '"1"' } }), 412)
  expect((await entry(made.id)).lines).toHaveLength(2)
  await acme().delete(`${FINANCE}/entries/${made.id}`).expect(204)
  expect((await acme().post<EntryDocument>(`${FINANCE}/entries/${made.id}/restore`).expect(200)).lines).toHaveLength(2)
})

test('posting gives a number and a hash, is told once, and makes the entry final', async () => {
  const books = await openBooks(acme())
  const done = await posted(books)
  expect(done).toMatchObject({ state: 'posted', number: `${books.journal.code}-2026-0001`, total_debit: '119.00', posted_by: host.current.acme.adminId })
  expect(done.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await host.current.events('finance.entry.posted')).toMatchObject([{ data: { entry_id: done.id, number: done.number, total: '119.00', currency: 'EUR' } }])
  const refusals = [post(acme(), done.id), acme().patch(`${FINANCE}/entries/${done.id}`, { description: 'Other' }), acme().patch(`${FINANCE}/entries/${done.id}`, { lines: [] }), acme().delete(`${FINANCE}/entries/${done.id}`)]
  for (const asked of refusals) expect((await expectRefusal(asked, 409)).code).toBe('FINANCE_POSTED')
  expect(await entry(done.id)).toEqual(done)
})

test('an entry without lines, or out of balance by the smallest unit, is not posted', async () => {
  const books = await openBooks(acme())
  const empty = await draft(books, { lines: [] })
  expect((await expectRefusal(post(acme(), empty.id), 422)).code).toBe('FINANCE_NO_LINES')
  const [debit] = sale(books, '999999999999999.99')
  const off = await draft(books, { lines: [debit ?? { account_id: '' }, { account_id: books.sales.id, credit: '999999999999999.98' }] })
  expect(await expectRefusal(post(acme(), off.id), 422)).toMatchObject({ code: 'FINANCE_UNBALANCED', message: expect.stringContaining('0.01 EUR') })
  expect(await entry(off.id)).toMatchObject({ state: 'draft', number: null })
  expect(await posted(books, { lines: sale(books, '999999999999999.99') })).toMatchObject({ total_debit: '999999999999999.99' })
})

const AMOUNTS: [object, string, string][] = [
  [{ debit: '1', credit: '1' }, 'credit', 'FINANCE_LINE_SIDES'],
  [{}, 'debit', 'FINANCE_LINE_SIDES'],
  [{ debit: '0.00' }, 'debit', 'FINANCE_LINE_SIDES'],
  [{ debit: '0.001' }, 'debit', 'FINANCE_LINE_DIGITS'],
]
test.each(AMOUNTS)('a line with %j is refused at its place', async (amounts, field, code) => {
  const books = await openBooks(acme())
  const lines = [...sale(books, '5'), { account_id: books.bank.id, ...amounts }]
  const refused = await expectRefusal(acme().post(`${FINANCE}/entries`, { journal_id: books.journal.id, date: '2026-11-24', lines }), 422)
  expect(refused).toMatchObject({ code, details: [{ field: `lines.2.${field}` }] })
})

test.each(['-5', '1,5', '1e3', '1.00001', 'a lot'])('the amount %s is no amount', async (debit) => {
  const { journal, bank } = await openBooks(acme())
  await expectRefusal(acme().post(`${FINANCE}/entries`, { journal_id: journal.id, date: '2026-11-24', lines: [{ account_id: bank.id, debit }] }), 400)
})

test('amounts have the digits of the organization’s currency: none for JPY, three for TND', async () => {
  for (const [currency, good, bad] of [['JPY', '500', '500.5'], ['TND', '1.234', '1.2345']] as const) {
    const { admin } = await host.current.signUp(`in-${currency.toLowerCase()}`)
    await admin.patch('/api/v1/organizations/current', { currency }).expect(200)
    const books = await openBooks(admin)
    expect((await posted(books, { lines: sale(books, good) })).total_debit).toBe(good)
    const lines = sale(books, bad)
    expect((await expectRefusal(admin.post(`${FINANCE}/entries`, { journal_id: books.journal.id, date: '2026-11-24', lines }), 422)).code).toBe('FINANCE_LINE_DIGITS')
  }
})

test('lines stand on accounts that take them: no group, none that is off, none of another currency, none of others', async () => {
  const books = await openBooks(acme())
  const foreign = await makeAccount(host.current.globex.admin)
  const wrong = [
    [await makeAccount(acme(), { is_group: true }), 'FINANCE_LINE_GROUP'],
    [await makeAccount(acme(), { is_active: false }), 'FINANCE_LINE_INACTIVE'],
    [await makeAccount(acme(), { currency: 'USD' }), 'FINANCE_LINE_CURRENCY'],
    [foreign, 'FINANCE_LINE_ACCOUNT'],
    [{ id: UNKNOWN_ID }, 'FINANCE_LINE_ACCOUNT'],
  ] as const
  for (const [{ id }, code] of wrong) {
    const lines = [...sale(books, '5'), { account_id: id, debit: '1' }]
    const refused = await expectRefusal(acme().post(`${FINANCE}/entries`, { journal_id: books.journal.id, date: '2026-11-24', lines }), 422)
    expect(refused).toMatchObject({ code, details: [{ field: 'lines.2.account_id' }] })
  }
})

test('an account that was switched off or made a group meanwhile stops the posting', async () => {
  const books = await openBooks(acme())
  const { id } = await draft(books)
  await acme().patch(`${FINANCE}/accounts/${books.bank.id}`, { is_active: false }).expect(200)
  expect((await expectRefusal(post(acme(), id), 409)).code).toBe('FINANCE_ACCOUNT_CLOSED')
  expect((await entry(id)).state).toBe('draft')
  await acme().delete(`${FINANCE}/entries/${id}`).expect(204)
  await acme().patch(`${FINANCE}/accounts/${books.bank.id}`, { is_group: true, is_active: true }).expect(200)
  await acme().post(`${FINANCE}/entries/${id}/restore`).expect(200)
  expect((await expectRefusal(post(acme(), id), 409)).code).toBe('FINANCE_ACCOUNT_CLOSED')
})

test('thirty postings at once get thirty numbers without a gap, each year its own, and one unbroken chain', async () => {
  const books = await openBooks(acme())
  const drafts = await Promise.all(Array.from({ length: 40 }, (_, index) => draft(books, { date: index < 30 ? '2026-03-01' : '2027-01-15', lines: sale(books, String(index + 1)) })))
  const bad = await Promise.all(Array.from({ length: 5 }, () => draft(books, { lines: sale(books, '1').slice(1) })))
  const answers = await Promise.all([...drafts, ...bad].map(({ id }) => post(acme(), id)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(40)
  const numbers = answers.map(({ body }) => body.number).filter(Boolean).sort()
  const expected = (year: number, count: number) => Array.from({ length: count }, (_, index) => `${books.journal.code}-${year}-${String(index + 1).padStart(4, '0')}`)
  expect(numbers).toEqual([...expected(2026, 30), ...expected(2027, 10)])
  expect(await acme().get<ChainCheck>(`${FINANCE}/journals/${books.journal.id}/chain`).expect(200)).toEqual({ entries: 40, intact: true, broken_at: null })
})

test('one draft that many post at once is posted once', async () => {
  const books = await openBooks(acme())
  const { id } = await draft(books)
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(acme(), id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
  expect((await posted(books)).number).toMatch(/-0002$/)
})

test('a reversal takes an entry back, once, also when many ask for it, and can itself be taken back', async () => {
  const books = await openBooks(acme())
  const done = await posted(books)
  const reverse = (id: string, body: object = {}) => acme().post<EntryDocument>(`${FINANCE}/entries/${id}/reverse`, body)
  const answers = await Promise.all(Array.from({ length: 8 }, () => reverse(done.id, { date: '2026-12-01', description: 'Wrong customer' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)])
  const reversal = answers.find(({ status }) => status === 201)?.body
  expect(reversal).toMatchObject({ state: 'posted', reverses_id: done.id, date: '2026-12-01', description: 'Wrong customer', reference: done.number })
  expect(reversal?.lines.map(({ debit, credit }) => [debit, credit])).toEqual([['0.00', '119.00'], ['119.00', '0.00']])
  const { reversed_by_id, version, updated_at: _, ...before } = await entry(done.id)
  expect({ reversed_by_id, version }).toEqual({ reversed_by_id: reversal?.id, version: done.version + 1 })
  expect(done).toMatchObject({ ...before, lines: done.lines })
  expect(await host.current.events('finance.entry.reversed')).toMatchObject([{ data: { entry_id: done.id, reversal_id: reversal?.id } }])
  expect((await reverse(reversal?.id ?? '').expect(201)).reverses_id).toBe(reversal?.id)
  expect((await expectRefusal(reverse((await draft(books)).id), 409)).code).toBe('FINANCE_NOT_POSTED')
})

test('twelve reversals at once in one journal do not wait for each other in a circle', async () => {
  const books = await openBooks(acme())
  const done: EntryDocument[] = []
  for (let index = 0; index < 12; index += 1) done.push(await posted(books))
  const answers = await Promise.all(done.map(({ id }) => acme().post<EntryDocument>(`${FINANCE}/entries/${id}/reverse`, { date: '2026-12-01' })))
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
  expect(answers.map(({ body }) => body.number).sort()).toEqual(Array.from({ length: 12 }, (_, index) => `${books.journal.code}-2026-${String(index + 13).padStart(4, '0')}`))
})

test('an entry on an account that was switched off since can still be reversed', async () => {
  const books = await openBooks(acme())
  const { id } = await posted(books)
  await acme().patch(`${FINANCE}/accounts/${books.bank.id}`, { is_active: false }).expect(200)
  await acme().post(`${FINANCE}/entries/${id}/reverse`, {}).expect(201)
})

test('a journal of nobody, of another organization, or deleted is refused alike; a draft that comes back is not posted into one', async () => {
  const books = await openBooks(acme())
  const foreign = await makeJournal(host.current.globex.admin)
  const gone = await makeJournal(acme())
  await acme().delete(`${FINANCE}/journals/${gone.id}`).expect(204)
  for (const journal_id of [UNKNOWN_ID, foreign.id, gone.id]) {
    const refused = await expectRefusal(acme().post(`${FINANCE}/entries`, { journal_id, date: '2026-11-24', lines: sale(books, '1') }), 422)
    expect(refused).toMatchObject({ code: 'FINANCE_JOURNAL_MISSING', details: [{ field: 'journal_id' }] })
  }
  const { id } = await draft(books)
  await acme().delete(`${FINANCE}/entries/${id}`).expect(204)
  await acme().delete(`${FINANCE}/journals/${books.journal.id}`).expect(204)
  await acme().post(`${FINANCE}/entries/${id}/restore`).expect(200)
  expect((await expectRefusal(post(acme(), id), 422)).code).toBe('FINANCE_JOURNAL_MISSING')
})

test('entries are found by state, journal and words, the latest first', async () => {
  const books = await openBooks(acme())
  await posted(books, { description: 'Slipway rent', date: '2026-05-01' })
  await draft(books, { reference: 'RE-77', date: '2026-06-01' })
  const list = async (query: string) => (await acme().get<Listed<Entry>>(`${FINANCE}/entries?journal_id=${books.journal.id}&${query}`).expect(200)).items.map(({ date }) => date)
  expect(await list('sort=-date')).toEqual(['2026-06-01', '2026-05-01'])
  expect(await list('state=posted')).toEqual(['2026-05-01'])
  expect(await list('search=re-77')).toEqual(['2026-06-01'])
  expect(await list('search=SLIPWAY')).toEqual(['2026-05-01'])
})

test('nothing is posted on or before the lock date, nor reversed into it', async () => {
  const { admin } = await host.current.signUp('locked')
  const books = await openBooks(admin)
  const before = await posted(books, { date: '2026-06-30' })
  await admin.request('PUT', '/api/v1/modules/finance/settings', { json: { lock_date: '2026-06-30' } }).expect(200)
  for (const date of ['2026-06-30', '2025-12-31']) {
    const { id } = await draft(books, { date })
    expect(await expectRefusal(post(admin, id), 409)).toMatchObject({ code: 'FINANCE_LOCKED', details: [{ field: 'date' }] })
  }
  const reverse = (date: string) => admin.post(`${FINANCE}/entries/${before.id}/reverse`, { date })
  expect((await expectRefusal(reverse('2026-06-30'), 409)).code).toBe('FINANCE_LOCKED')
  expect((await posted(books, { date: '2026-07-01' })).number).toMatch(/-0002$/)
  await reverse('2026-07-01').expect(201)
})
