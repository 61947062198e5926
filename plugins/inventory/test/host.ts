import path from 'node:path'
import { wholeHost, type Listed, type TestClient } from '@innoerp/sdk/testing'
import type { Item, NewItem } from '../src/shared/item.js'
import type { Location, LocationType, NewLocation } from '../src/shared/location.js'
import type { Move, NewMove } from '../src/shared/move.js'
import type { Stock } from '../src/shared/stock.js'

export const INV = '/api/v1/inventory'

/** One whole host with this module for all tests of a file. */
export const inventoryHost = () => wholeHost({ module: path.resolve(import.meta.dirname, '..') })

let made = 0
/** What creates an item with an SKU of its own. */
export const something = () => ({ sku: `SKU-${(made += 1)}`, name: 'Gearbox' })

export const makeItem = (client: TestClient, values: Partial<NewItem> = {}): Promise<Item> =>
  client.post<Item>(`${INV}/items`, { ...something(), ...values }).expect(201)

export const makeLocation = (client: TestClient, values: Partial<NewLocation> = {}): Promise<Location> =>
  client.post<Location>(`${INV}/locations`, { name: 'Warehouse', ...values }).expect(201)

/** The virtual location of this type. */
export async function virtual(client: TestClient, type: LocationType): Promise<Location> {
  const { items } = await client.get<Listed<Location>>(`${INV}/locations?type=${type}&is_virtual=true`).expect(200)
  if (!items[0]) throw new Error(`There is no virtual location for ${type}.`)
  return items[0]
}

export const move = (client: TestClient, values: NewMove) => client.post<Move>(`${INV}/moves`, values)

/** What lies where, by the location's id; places without anything are left out. */
export async function stockOf(client: TestClient, itemId: string): Promise<Record<string, string>> {
  const { items } = await client.get<Listed<Stock>>(`${INV}/stock?item_id=${itemId}`).expect(200)
  return Object.fromEntries(items.filter(({ quantity }) => Number(quantity) !== 0).map(({ location_id, quantity }) => [location_id, quantity]))
}

/** A warehouse that so much of a new item was received into. */
export async function received(client: TestClient, quantity: string) {
  const [item, home, supplier, customer] = [await makeItem(client), await makeLocation(client), await virtual(client, 'supplier'), await virtual(client, 'customer')]
  const receipt = await move(client, { item_id: item.id, quantity, from_location_id: supplier.id, to_location_id: home.id, reference: 'GR-1' }).expect(201)
  return { item, home, supplier, customer, receipt }
}
