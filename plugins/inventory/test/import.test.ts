import type { ImportResult } from '@innoerp/sdk/contract'
import { expectRefusal, type Listed, type TestClient } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import type { Item } from '../src/shared/item.js'
import { INV, inventoryHost, makeItem } from './host.js'

const host = inventoryHost()
const GOOD = 'sku,name,unit,barcode,min_stock\nM8-40,"Bolt, M8×40",pcs,4006381333931,200\nOIL-5,Öl,l,,2.5\nX,Without unit,,,\n'
const BAD = 'sku,name,barcode,min_stock\n,A,,\nB,,,\nC,Cog,,-1\ntaken,D,,\nE,Ear,777,\nF,Fan,888,\ng,Gas,888,\n'

const send = (client: TestClient, file: string, query = '') => client.request<ImportResult>('POST', `${INV}/items/import${query}`, { raw: file, headers: { 'content-type': 'text/csv' } })
const all = async (client: TestClient) => (await client.get<Listed<Item>>(`${INV}/items?sort=sku`).expect(200)).items

test('a dry run changes nothing; then all of it comes in, with its event', async () => {
  const { admin } = await host.current.signUp('imports')
  expect(await send(admin, GOOD).expect(200)).toEqual({ total: 3, valid: 3, invalid: 0, created: 0, errors: [] })
  expect(await all(admin)).toEqual([])
  expect(await send(admin, GOOD, '?dry_run=false').expect(200)).toMatchObject({ created: 3 })
  expect(await all(admin)).toMatchObject([
    { sku: 'M8-40', name: 'Bolt, M8×40', barcode: '4006381333931', min_stock: '200', on_hand: '0', is_low: true, is_active: true },
    { sku: 'OIL-5', unit: 'l', min_stock: '2.5' },
    { sku: 'X', unit: 'pcs', min_stock: null, is_low: false },
  ])
  expect((await host.current.events('inventory.item.imported')).at(-1)?.data.item_ids).toHaveLength(3)
})

test('every bad row is named by its line: against the schema, the other rows, and what is there already', async () => {
  const { admin } = await host.current.signUp('bad-rows')
  await makeItem(admin, { sku: 'TAKEN', barcode: '777' })
  const errors = [
    { line: 2, column: 'sku', message: 'An item needs a SKU.' },
    { line: 3, column: 'name', message: 'An item needs a name.' },
    { line: 4, column: 'min_stock', message: '“-1” is not possible here.' },
    { line: 5, column: 'sku', message: 'Another item has the SKU “taken”.' },
    { line: 6, column: 'barcode', message: 'Another item has the barcode “777”.' },
    { line: 8, column: 'barcode', message: 'Line 7 has “888” already.' },
  ]
  expect(await send(admin, BAD).expect(200)).toEqual({ total: 7, valid: 1, invalid: 6, created: 0, errors })
  expect(await expectRefusal(send(admin, BAD, '?dry_run=false'), 422)).toMatchObject({ code: 'INVENTORY_ROWS_REFUSED', details: errors })
  expect(await send(admin, BAD, '?dry_run=false&on_error=skip').expect(200)).toMatchObject({ created: 1 })
  expect((await all(admin)).map(({ sku }) => sku)).toEqual(['F', 'TAKEN'])
})
