import { expectRefusal, UNKNOWN_ID, type Listed } from '@innoerp/sdk/testing'
import { describe, expect, test } from 'vitest'
import type { Item } from '../src/shared/item.js'
import type { Move } from '../src/shared/move.js'
import { INV, inventoryHost, makeItem, makeLocation, move, received, stockOf } from './host.js'

const host = inventoryHost()
const acme = () => host.current.acme.admin
const onHand = async (id: string) => (await acme().get<Item>(`${INV}/items/${id}`).expect(200)).on_hand

/** Items whose stock is not the sum of their moves, or does not come to 0 over all locations, or whose figure on hand is another. */
const disagreements = () =>
  host.current.asOwner((query) =>
    query(`with moved as (
        select item_id, to_location_id as location_id, quantity from mod_inventory.move
        union all select item_id, from_location_id, - quantity from mod_inventory.move
      ), summed as (select item_id, location_id, sum(quantity) as quantity from moved group by 1, 2)
      select item_id from summed full join mod_inventory.stock s using (item_id, location_id) where summed.quantity is distinct from s.quantity
      union all select item_id from mod_inventory.stock group by item_id having sum(quantity) <> 0
      union all select i.id from mod_inventory.item i where on_hand <> (
        select coalesce(sum(quantity), 0) from mod_inventory.stock s where s.item_id = i.id and s.location_type = 'internal')`),
  )

test('stock goes from place to place; over all of them there is neither more nor less', async () => {
  const { item, home, supplier, customer } = await received(acme(), '12.5')
  const shelf = await makeLocation(acme(), { parent_id: home.id })
  await move(acme(), { item_id: item.id, quantity: '4.25', from_location_id: home.id, to_location_id: shelf.id }).expect(201)
  await move(acme(), { item_id: item.id, quantity: '2', from_location_id: shelf.id, to_location_id: customer.id }).expect(201)
  expect(await stockOf(acme(), item.id)).toEqual({ [supplier.id]: '-12.5', [home.id]: '8.25', [shelf.id]: '2.25', [customer.id]: '2' })
  expect(await onHand(item.id)).toBe('10.5')
  expect(await disagreements()).toEqual([])
})

test('a move is told in its transaction', async () => {
  const { item, receipt, supplier, home } = await received(acme(), '1')
  const told = async () => (await host.current.events('inventory.move.posted')).filter(({ data }) => data.item_id === item.id)
  await expect.poll(told).toMatchObject([{ aggregate_id: receipt.id, data: { move_id: receipt.id, quantity: '1', from_location_id: supplier.id, to_location_id: home.id, reference: 'GR-1', reverses_id: null } }])
})

test('nothing leaves an internal location that is not there, and a refused move leaves no trace', async () => {
  const { item, home, customer } = await received(acme(), '3')
  const order = { item_id: item.id, quantity: '3.0001', from_location_id: home.id, to_location_id: customer.id }
  expect(await expectRefusal(move(acme(), order), 409)).toMatchObject({ code: 'INVENTORY_NOT_ENOUGH', details: [{ field: 'quantity' }] })
  const empty = await makeLocation(acme())
  expect((await expectRefusal(move(acme(), { ...order, quantity: '1', from_location_id: empty.id }), 409)).code).toBe('INVENTORY_NOT_ENOUGH')
  expect((await acme().get<Listed<Move>>(`${INV}/moves?item_id=${item.id}`)).body.total).toBe(1)
  await expect.poll(async () => (await host.current.events('inventory.move.posted')).filter(({ data }) => data.item_id === item.id)).toHaveLength(1)
})

describe('at once', () => {
  test('of 20 deliveries of the last unit one wins', async () => {
    const { item, home, customer } = await received(acme(), '1')
    const answers = await Promise.all(Array.from({ length: 20 }, () => move(acme(), { item_id: item.id, quantity: '1', from_location_id: home.id, to_location_id: customer.id })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
    expect(await stockOf(acme(), item.id)).toMatchObject({ [customer.id]: '1' })
    expect(await onHand(item.id)).toBe('0')
  })

  test('moves there and back between many places lose nothing and never wait for each other in a circle', async () => {
    const { item, home } = await received(acme(), '100')
    const places = [home, await makeLocation(acme()), await makeLocation(acme())]
    const moves = Array.from({ length: 60 }, (_, index) => {
      const [from = home, to = home] = [places[index % 3], places[(index + 1 + (index % 2)) % 3]]
      return move(acme(), { item_id: item.id, quantity: '1', from_location_id: from.id, to_location_id: to.id })
    })
    const refused = (await Promise.all(moves)).filter(({ status }) => status !== 201)
    for (const { text } of refused) expect(text).toContain('INVENTORY_NOT_ENOUGH')
    expect(refused.length).toBeLessThan(30)
    expect(await onHand(item.id)).toBe('100')
    expect(await disagreements()).toEqual([])
  })

  test('an item is never deleted under stock that comes in', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { supplier, home } = await received(acme(), '1')
      const { id } = await makeItem(acme())
      const [come, gone] = await Promise.all([move(acme(), { item_id: id, quantity: '1', from_location_id: supplier.id, to_location_id: home.id }), acme().delete(`${INV}/items/${id}`)])
      expect([[201, 409], [409, 204]]).toContainEqual([come.status, gone.status])
    }
  })
})

describe('a move', () => {
  test('is corrected by its reverse, once', async () => {
    const { item, home, supplier, receipt } = await received(acme(), '8')
    const answers = await Promise.all([1, 2, 3].map(() => acme().post<Move>(`${INV}/moves/${receipt.id}/reverse`, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({ quantity: '8', from_location_id: home.id, to_location_id: supplier.id, reference: 'GR-1', reverses_id: receipt.id })
    expect((await expectRefusal(acme().post(`${INV}/moves/${receipt.id}/reverse`, {}), 409)).code).toBe('INVENTORY_ALREADY_REVERSED')
    expect(await stockOf(acme(), item.id)).toEqual({})
  })

  test('is not reversed once its stock has gone on', async () => {
    const { item, home, customer, receipt } = await received(acme(), '2')
    await move(acme(), { item_id: item.id, quantity: '1', from_location_id: home.id, to_location_id: customer.id }).expect(201)
    expect((await expectRefusal(acme().post(`${INV}/moves/${receipt.id}/reverse`, {}), 409)).code).toBe('INVENTORY_NOT_ENOUGH')
  })

  test('has no verb to change or delete it', async () => {
    const { receipt } = await received(acme(), '2')
    for (const [method, json] of [['PATCH', { quantity: '1' }], ['DELETE']] as const) await expectRefusal(acme().request(method, `${INV}/moves/${receipt.id}`, { json }), 404)
    expect((await acme().get(`${INV}/moves/${receipt.id}`)).body).toEqual(receipt)
  })

  test('names what is there, two places, and more than nothing', async () => {
    const { item, home, supplier } = await received(acme(), '2')
    const foreign = await received(host.current.globex.admin, '1')
    const good = { item_id: item.id, quantity: '1', from_location_id: supplier.id, to_location_id: home.id }
    for (const quantity of ['0', '0.0000', '-1', '1.00001', 'many', '', '1e3']) await expectRefusal(move(acme(), { ...good, quantity }), 400)
    expect(await expectRefusal(move(acme(), { ...good, to_location_id: supplier.id }), 422)).toMatchObject({ code: 'INVENTORY_SAME_LOCATION' })
    for (const item_id of [UNKNOWN_ID, foreign.item.id]) expect(await expectRefusal(move(acme(), { ...good, item_id }), 422)).toMatchObject({ code: 'INVENTORY_ITEM_MISSING', details: [{ field: 'item_id' }] })
    for (const to_location_id of [UNKNOWN_ID, foreign.home.id]) expect(await expectRefusal(move(acme(), { ...good, to_location_id }), 422)).toMatchObject({ code: 'INVENTORY_LOCATION_MISSING', details: [{ field: 'to_location_id' }] })
    const [gone, closed] = [await makeItem(acme()), await makeLocation(acme())]
    await acme().delete(`${INV}/items/${gone.id}`).expect(204)
    await acme().delete(`${INV}/locations/${closed.id}`).expect(204)
    expect((await expectRefusal(move(acme(), { ...good, item_id: gone.id }), 409)).code).toBe('INVENTORY_ITEM_DELETED')
    expect(await expectRefusal(move(acme(), { ...good, to_location_id: closed.id }), 409)).toMatchObject({ code: 'INVENTORY_LOCATION_DELETED', details: [{ field: 'to_location_id' }] })
  })
})

test('what holds stock is not deleted, and keeps its type', async () => {
  const { item, home } = await received(acme(), '2')
  expect((await expectRefusal(acme().delete(`${INV}/items/${item.id}`), 409)).code).toBe('INVENTORY_ITEM_IN_STOCK')
  expect((await expectRefusal(acme().delete(`${INV}/locations/${home.id}`), 409)).code).toBe('INVENTORY_LOCATION_IN_STOCK')
  expect((await expectRefusal(acme().patch(`${INV}/locations/${home.id}`, { type: 'customer' }), 409)).code).toBe('INVENTORY_LOCATION_TYPE_USED')
})

describe('the database itself', () => {
  /** Runs a statement as the module's own role in acme. */
  const asModule = (sql: string) =>
    host.current.asOwner(async (query) => {
      const [role] = await query<{ grantee: string }>(`select distinct grantee from information_schema.role_table_grants where table_schema = 'mod_inventory' and table_name = 'location' and grantee like '%inventory%'`)
      await query('reset role')
      await query('begin')
      try {
        await query(`select set_config('role', $1, true), set_config('app.organization_id', $2, true)`, [role?.grantee, host.current.acme.id])
        return await query(sql)
      } finally {
        await query('rollback')
      }
    })

  test('keeps moves as they are: the module may not change them, their owner cannot', async () => {
    const { receipt } = await received(acme(), '2')
    for (const sql of ['update mod_inventory.move set quantity = 1', 'delete from mod_inventory.move', 'truncate mod_inventory.move']) await expect(asModule(sql), sql).rejects.toThrow(/permission denied/)
    for (const sql of [`update mod_inventory.move set quantity = 1 where id = '${receipt.id}'`, 'truncate mod_inventory.move']) await expect(host.current.asOwner((query) => query(sql)), sql).rejects.toThrow(/never changed/)
  })

  test('keeps stock and what is on hand to what moves say', async () => {
    const { item } = await received(acme(), '2')
    for (const sql of ['update mod_inventory.stock set quantity = 9', 'delete from mod_inventory.stock', `update mod_inventory.item set on_hand = 9 where id = '${item.id}'`]) await expect(asModule(sql), sql).rejects.toThrow(/permission denied/)
    await expect(host.current.asOwner((query) => query(`update mod_inventory.stock set quantity = -1 where item_id = $1 and location_type = 'internal'`, [item.id]))).rejects.toThrow(/stock_not_negative/)
  })
})
