import { expectRefusal, proveIsolation, proveMigrations, recordTests, UNKNOWN_ID, type Listed } from '@innoerp/sdk/testing'
import { expect, test } from 'vitest'
import type { Item } from '../src/shared/item.js'
import type { Location } from '../src/shared/location.js'
import { INV, inventoryHost, makeItem, makeLocation, received, something, virtual } from './host.js'

const host = inventoryHost()
const acme = () => host.current.acme.admin

recordTests({ host, path: `${INV}/items`, label: 'name', body: something, sorts: ['name', '-sku', 'on_hand', '-updated_at'] })
recordTests({ host, path: `${INV}/locations`, label: 'name', body: () => ({ name: 'Warehouse' }), sorts: ['name', '-code', 'type', 'updated_at'] })

test('no route and no table lets one organization reach another; the migrations go down and up again, over data', async () => {
  await received(acme(), '3')
  expect(await proveIsolation(host.current)).toEqual([])
  expect(await proveMigrations(host.current)).toEqual([])
})

test('a SKU and a barcode stand once among those that are there, whatever their case, also when one comes back', async () => {
  const first = await makeItem(acme(), { sku: 'Öl-10', barcode: '4006381333931' })
  const asked = (values: object) => acme().post(`${INV}/items`, { ...something(), ...values })
  expect(await expectRefusal(asked({ sku: 'öl-10' }), 409)).toMatchObject({ code: 'INVENTORY_SKU_TAKEN', details: [{ field: 'sku' }] })
  expect(await expectRefusal(asked({ barcode: '4006381333931' }), 409)).toMatchObject({ code: 'INVENTORY_BARCODE_TAKEN', details: [{ field: 'barcode' }] })
  await makeItem(host.current.globex.admin, { sku: 'Öl-10', barcode: '4006381333931' })
  await acme().delete(`${INV}/items/${first.id}`).expect(204)
  await makeItem(acme(), { sku: 'ÖL-10' })
  expect((await expectRefusal(acme().post(`${INV}/items/${first.id}/restore`), 409)).code).toBe('INVENTORY_SKU_TAKEN')
})

test('every organization has its virtual locations, in its language, however many ask first', async () => {
  const { admin } = await host.current.signUp('firsts')
  const pages = await Promise.all(Array.from({ length: 12 }, () => admin.get<Listed<Location>>(`${INV}/locations`).expect(200)))
  for (const { total } of pages) expect(total).toBe(3)
  expect(pages[0]?.items.map(({ type, name, is_virtual }) => [type, name, is_virtual])).toEqual([['customer', 'Customers', true], ['loss', 'Losses', true], ['supplier', 'Suppliers', true]])
  const supplier = await virtual(admin, 'supplier')
  expect(await admin.patch(`${INV}/locations/${supplier.id}`, { name: 'Vendors' }).expect(200)).toMatchObject({ name: 'Vendors' })
  expect((await expectRefusal(admin.delete(`${INV}/locations/${supplier.id}`), 409)).code).toBe('INVENTORY_LOCATION_VIRTUAL')
})

test('locations stand below each other without circles, and none is deleted under another', async () => {
  const a = await makeLocation(acme(), { code: 'WH' })
  const b = await makeLocation(acme(), { parent_id: a.id })
  const place = (id: string, parent_id: string) => acme().patch(`${INV}/locations/${id}`, { parent_id })
  expect(await expectRefusal(place(a.id, b.id), 422)).toMatchObject({ code: 'INVENTORY_LOCATION_CIRCLE', details: [{ field: 'parent_id' }] })
  expect((await expectRefusal(acme().delete(`${INV}/locations/${a.id}`), 409)).code).toBe('INVENTORY_LOCATION_IN_USE')
  const ring = [await makeLocation(acme()), await makeLocation(acme()), await makeLocation(acme())]
  const answers = await Promise.all(ring.map(({ id }, index) => place(id, ring[(index + 1) % 3]?.id ?? UNKNOWN_ID)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422])
  expect((await expectRefusal(acme().post(`${INV}/locations`, { name: 'X', code: 'wh' }), 409)).code).toBe('INVENTORY_LOCATION_CODE_TAKEN')
  expect((await expectRefusal(place(a.id, UNKNOWN_ID), 422)).code).toBe('INVENTORY_LOCATION_MISSING')
})

test('an item is low while less of it is on hand than it should be', async () => {
  const { item } = await received(acme(), '5')
  const change = async (min_stock: string | null) => (await acme().patch<Item>(`${INV}/items/${item.id}`, { min_stock }).expect(200)).is_low
  expect([await change('5'), await change('5.0001'), await change(null)]).toEqual([false, true, false])
  await change('6')
  const { items } = await acme().get<Listed<Item>>(`${INV}/items?is_low=true`).expect(200)
  expect(items.map(({ id, on_hand }) => [id, on_hand])).toEqual([[item.id, '5']])
})

test('employees see; managers move; clients see nothing', async () => {
  const { item, home, customer } = await received(acme(), '5')
  const [employee, manager, client] = [await host.current.acme.person('employee'), await host.current.acme.person('manager'), await host.current.acme.person('client')]
  const order = { item_id: item.id, quantity: '1', from_location_id: home.id, to_location_id: customer.id }
  await employee.get(`${INV}/stock`).expect(200)
  await expectRefusal(employee.post(`${INV}/moves`, order), 403)
  await manager.post(`${INV}/moves`, order).expect(201)
  await expectRefusal(client.get(`${INV}/items`), 403)
})

test('other modules find items by id and SKU, on behalf of who may see them', async () => {
  const { acme: tenant, globex } = host.current
  const { item } = await received(acme(), '7')
  const lookup = (input: unknown, of = tenant) => host.current.call(of, 'inventory.item.lookup', { input })
  expect(await lookup({ skus: [item.sku.toLowerCase()], ids: [UNKNOWN_ID] })).toMatchObject([{ id: item.id, sku: item.sku, on_hand: '7' }])
  expect(await lookup({ ids: [item.id] }, globex)).toEqual([])
  await expect(lookup({ ids: 'x' })).rejects.toMatchObject({ code: 'PLATFORM_BAD_PORT_INPUT' })
})
