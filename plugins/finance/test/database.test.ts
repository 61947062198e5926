import { randomUUID } from 'node:crypto'
import { proveIsolation, proveMigrations } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import type { ChainCheck } from '../src/shared/journal.js'
import { applyTemplate, type Books, draft, FINANCE, financeHost, makeAccount, openBooks, posted, sale } from './host.js'

const host = financeHost()
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

const MODULE_ROLE = `select roles[1] as role from pg_policies where schemaname = 'mod_finance' and tablename = 'entry' and policyname = 'tenant'`

/** Runs `work` in one transaction past all code of the module: as the module's role in acme, or as the owner of the tables. */
const inTransaction = <T>(who: 'module' | 'owner', work: (sql: Sql) => Promise<T>): Promise<T> =>
  host.current.asOwner(async (sql) => {
    await sql('begin')
    const [found] = await sql(MODULE_ROLE)
    await sql(`select set_config('app.organization_id', $1, true)`, [host.current.acme.id])
    if (who === 'module') await sql(`select set_config('role', $1, true)`, [found?.role])
    const result = await work(sql)
    await sql('commit')
    return result
  })
const asModule = (text: string, values?: unknown[]) => inTransaction('module', (sql) => sql(text, values))
const books = (): Promise<Books> => openBooks(host.current.acme.admin)

/** Writes an entry by hand and posts it, all in one transaction. */
async function write(sql: Sql, { journal: { id: journalId }, bank, sales }: Books, [debit, credit]: [string, string]): Promise<string> {
  const id = randomUUID()
  await sql(`insert into mod_finance.entry (id, journal_id, date, currency, currency_digits, total_debit, total_credit) values ($1, $2, '2026-11-24', 'EUR', 2, $3, $4)`, [id, journalId, debit, credit])
  const line = 'insert into mod_finance.line (id, entry_id, position, account_id, debit, credit) values (gen_random_uuid(), $1, $2, $3, $4, $5)'
  if (debit !== '0') await sql(line, [id, 1, bank.id, debit, 0])
  if (credit !== '0') await sql(line, [id, 2, sales.id, 0, credit])
  await sql(`update mod_finance.entry set state = 'posted' where id = $1`, [id])
  return id
}

test('no route and no table lets one organization reach another', async () => {
  await applyTemplate(host.current.globex.admin).expect(201)
  expect(await proveIsolation(host.current)).toEqual([])
})

test('a posted entry that is out of balance, or has no lines, is refused at commit and takes no number', async () => {
  const open = await books()
  for (const [amounts, rule] of [[['5', '4.99'], /balance/], [['0', '0'], /lines/], [['5', '0'], /balance/]] as const) {
    const reached: string[] = []
    const writing = inTransaction('module', async (sql) => {
      await write(sql, open, [...amounts])
      reached.push('commit')
    })
    await expect(writing).rejects.toThrow(rule)
    expect(reached).toEqual(['commit'])
  }
  const id = await inTransaction('module', (sql) => write(sql, open, ['5', '5']))
  expect((await open.client.get<{ number: string }>(`${FINANCE}/entries/${id}`)).body.number).toMatch(/-2026-0001$/)
})

test('the totals of a posted entry are those of its lines', async () => {
  const { id } = await draft(await books())
  await expect(asModule(`update mod_finance.entry set total_debit = 1, total_credit = 1, state = 'posted' where id = $1`, [id])).rejects.toThrow(/balance/)
})

test('nobody changes or deletes what is posted; not even the number of a draft can be written', async () => {
  const open = await books()
  const done = await posted(open)
  const changes = [`description = 'Other'`, `date = '2020-01-01'`, 'total_debit = 1', `number = 'X'`, 'hash = null', `state = 'draft'`, 'deleted_at = now()', `reversed_by_id = '${done.id}'`]
  for (const change of changes) {
    for (const who of ['module', 'owner'] as const) {
      await expect(inTransaction(who, (sql) => sql(`update mod_finance.entry set ${change} where id = $1`, [done.id])), `${who}: ${change}`).rejects.toThrow(/posted/)
    }
  }
  const line = `insert into mod_finance.line (id, entry_id, position, account_id, debit, credit) values (gen_random_uuid(), '${done.id}', 9, '${open.bank.id}', 1, 0)`
  for (const text of ['update mod_finance.line set debit = debit + 1', `update mod_finance.line set description = 'x'`, 'delete from mod_finance.line']) {
    await expect(asModule(`${text} where entry_id = $1`, [done.id]), text).rejects.toThrow(/posted/)
  }
  await expect(asModule(line)).rejects.toThrow(/posted/)
  await expect(asModule('delete from mod_finance.entry where id = $1', [done.id])).rejects.toThrow(/posted/)
  const { id } = await draft(open)
  await expect(asModule(`update mod_finance.entry set number = 'X-1' where id = $1`, [id])).rejects.toThrow(/entry_posted_whole/)
  const born = `insert into mod_finance.entry (id, journal_id, date, currency, currency_digits, total_debit, total_credit, state) values (gen_random_uuid(), $1, '2026-01-01', 'EUR', 2, 0, 0, 'posted')`
  await expect(asModule(born, [open.journal.id])).rejects.toThrow(/begins as a draft/)
})

test('a line has one side above zero, digits that its currency has, and an account that takes it', async () => {
  const open = await books()
  const { id } = await draft(open)
  const group = await makeAccount(open.client, { is_group: true })
  const off = await makeAccount(open.client, { is_active: false })
  const foreign = await makeAccount(host.current.globex.admin)
  const broken: [string, RegExp][] = [
    ['debit = 0', /line_one_side/],
    ['debit = 1, credit = 1', /line_one_side/],
    ['debit = -1', /line_one_side/],
    ['debit = 0.001', /no such digits/],
    [`account_id = '${group.id}'`, /no such line/],
    [`account_id = '${off.id}'`, /no such line/],
    [`account_id = '${foreign.id}'`, /line_account/],
  ]
  for (const [change, rule] of broken) await expect(asModule(`update mod_finance.line set ${change} where entry_id = $1 and position = 1`, [id]), change).rejects.toThrow(rule)
})

test('the chart stays a tree, also when two moves at once would close a circle', async () => {
  const { client } = await books()
  const [a, b] = [await makeAccount(client, { is_group: true }), await makeAccount(client, { is_group: true })]
  const below = (child: string, parent: string) => asModule('update mod_finance.account set parent_id = $2 where id = $1', [child, parent])
  const moves = await Promise.allSettled([below(a.id, b.id), below(b.id, a.id)])
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(below(a.id, a.id)).rejects.toThrow(/account_no_circle|below itself/)
  const leaf = await makeAccount(client)
  await expect(below(a.id, leaf.id)).rejects.toThrow(/no group/)
})

test('an account with lines neither goes nor becomes a group, also when the line comes at the same time', async () => {
  const open = await books()
  await draft(open)
  for (const change of ['is_group = true', 'deleted_at = now()']) {
    await expect(asModule(`update mod_finance.account set ${change} where id = $1`, [open.bank.id])).rejects.toThrow(/has lines/)
  }
  await expect(asModule('delete from mod_finance.account where id = $1', [open.bank.id])).rejects.toThrow(/line_account/)
  const fresh = await books()
  const becoming = asModule('update mod_finance.account set is_group = true where id = $1', [fresh.bank.id])
  const lines = sale(fresh, '1')
  const writing = fresh.client.post(`${FINANCE}/entries`, { journal_id: fresh.journal.id, date: '2026-11-24', lines })
  const [grouped, written] = await Promise.all([becoming.then(() => true, () => false), writing.then(({ status }) => status === 201)])
  expect([grouped, written].filter(Boolean)).toHaveLength(1)
})

test('a changed amount, a lost entry and a lost end each break the chain of the journal', async () => {
  const tampered = async (change: (sql: Sql, id: string[]) => Promise<unknown>): Promise<{ check: ChainCheck; numbers: string[] }> => {
    const open = await books()
    const done = [await posted(open), await posted(open), await posted(open)]
    await inTransaction('owner', async (sql) => {
      for (const table of ['entry', 'line']) await sql(`alter table mod_finance.${table} disable trigger user`)
      await change(sql, done.map(({ id }) => id))
      for (const table of ['entry', 'line']) await sql(`alter table mod_finance.${table} enable trigger user`)
    })
    return { check: await open.client.get<ChainCheck>(`${FINANCE}/journals/${open.journal.id}/chain`).expect(200), numbers: done.map(({ number }) => number ?? '') }
  }
  const amount = await tampered((sql, [, id]) => sql('update mod_finance.line set debit = debit * 2, credit = credit * 2 where entry_id = $1', [id]))
  expect(amount.check).toEqual({ entries: 3, intact: false, broken_at: amount.numbers[1] })
  const lost = await tampered((sql, [, id]) => sql('delete from mod_finance.entry where id = $1', [id]))
  expect(lost.check).toEqual({ entries: 2, intact: false, broken_at: lost.numbers[2] })
  const end = await tampered((sql, [, , id]) => sql('delete from mod_finance.entry where id = $1', [id]))
  expect(end.check).toEqual({ entries: 2, intact: false, broken_at: null })
})

test('the owner of the tables may purge an organization, posted entries and all', async () => {
  const { admin, id } = await host.current.signUp('purged')
  const open = await openBooks(admin)
  const { id: entryId } = await posted(open)
  await admin.post(`${FINANCE}/entries/${entryId}/reverse`, {}).expect(201)
  const left = await inTransaction('owner', async (sql) => {
    for (const table of ['entry', 'account', 'journal']) await sql(`delete from mod_finance.${table} where organization_id = $1`, [id])
    return sql('select 1 from mod_finance.line where organization_id = $1', [id])
  })
  expect(left).toEqual([])
})

test('the migrations go down and up again, over data', async () => {
  await posted(await books())
  expect(await proveMigrations(host.current)).toEqual([])
})
