import { expect, test } from 'vitest'
import { expectRefusal, type Listed, type TestClient } from '@innoerp/sdk/testing'
import type { ImportResult } from '@innoerp/sdk/contract'
import type { Account } from '../src/shared/account.js'
import { FINANCE, financeHost, makeAccount } from './host.js'

const host = financeHost()
const GOOD = ['Konto,Name,Art,Gruppe,Obergruppe', '10,Anlagen,asset,true,', '100,Grundstück,asset,,10', '200,"Bank, USD",asset,false,'].join('\n')
const MAPPING = { Konto: 'number', Name: 'name', Art: 'type', Gruppe: 'is_group', Obergruppe: 'parent' }

function send(client: TestClient, file: string, { mapping = MAPPING, ...query }: { dry_run?: boolean; on_error?: string; mapping?: object } = {}) {
  const search = new URLSearchParams({ mapping: JSON.stringify(mapping), ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])) })
  return client.request<ImportResult>('POST', `${FINANCE}/accounts/import?${search}`, { raw: file, headers: { 'content-type': 'text/csv' } })
}
const accountsOf = async (client: TestClient) => (await client.get<Listed<Account>>(`${FINANCE}/accounts?sort=number`).expect(200)).items

test('a dry run writes nothing; then the accounts are there, below their groups, and told of', async () => {
  const { admin } = await host.current.signUp('imports')
  expect(await send(admin, GOOD).expect(200)).toEqual({ total: 3, valid: 3, invalid: 0, created: 0, errors: [] })
  expect(await accountsOf(admin)).toEqual([])
  expect(await send(admin, GOOD, { dry_run: false }).expect(200)).toMatchObject({ created: 3 })
  const [group, land, bank] = await accountsOf(admin)
  expect([group?.is_group, land?.parent_id, bank?.name, bank?.is_active]).toEqual([true, group?.id, 'Bank, USD', true])
  expect((await host.current.events('finance.account.imported'))[0]?.data.account_ids).toHaveLength(3)
})

test('bad rows are named by their line; they refuse the file, or are skipped with what stands below them', async () => {
  const { admin } = await host.current.signUp('bad-rows')
  await makeAccount(admin, { number: 'B7', name: 'There', is_group: false })
  const file = ['number,name,type,parent,is_group', 'b7,Taken,asset,,', '1,Group,asset,,true', '1,Twice,asset,,', '2,No type,thing,,', '3,Lost,asset,9,', '4,On a leaf,asset,B7,', '5,Good,asset,1,'].join('\n')
  const options = { mapping: Object.fromEntries(['number', 'name', 'type', 'parent', 'is_group'].map((field) => [field, field])) }
  const checked = await send(admin, file, options).expect(200)
  expect(checked).toMatchObject({ total: 7, valid: 2, invalid: 5 })
  expect(checked.errors.map(({ line, column }) => [line, column]).sort()).toEqual([[2, 'number'], [4, 'number'], [5, 'type'], [6, 'parent'], [7, 'parent']])
  expect(await expectRefusal(send(admin, file, { ...options, dry_run: false }), 422)).toMatchObject({ code: 'FINANCE_ROWS_REFUSED' })
  expect(await accountsOf(admin)).toHaveLength(1)
  expect(await send(admin, file, { ...options, dry_run: false, on_error: 'skip' }).expect(200)).toMatchObject({ created: 2 })
  expect((await accountsOf(admin)).map(({ number }) => number)).toEqual(['1', '5', 'B7'])
})

test('who may not configure may not import', async () => {
  await expectRefusal(send(await host.current.acme.person('employee'), GOOD), 403)
})
