import type { Listed } from '@innoerp/sdk/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn } from '@innoerp/sdk/testing/browser'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Item } from '../src/shared/item.js'
import { INV, inventoryHost, makeItem, makeLocation, received, stockOf, virtual } from './host.js'

const host = inventoryHost()
const browser = oneBrowser()
const PAGES = '/tenant-admin/inventory'

/** Chooses a record in a field of the open dialog. */
async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(field, { exact: true }).fill(name)
  await page.getByRole('option', { name }).click()
}

test('an item is made in a form, received by a move, and seen by place', async () => {
  const tenant = await host.current.signUp('receipts')
  const [home, supplier] = [await makeLocation(tenant.admin, { name: 'Main warehouse' }), await virtual(tenant.admin, 'supplier')]
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(PAGES)
  await page.locator('[data-state=empty]').waitFor() // until then the button stands in the head, afterwards in the middle
  await page.getByRole('button', { name: 'New item' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Gear oil')
  await dialog.getByLabel('SKU').fill('OIL-220')
  await dialog.getByLabel('Unit').fill('l')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'New item' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gear oil' }).waitFor()
  await page.getByRole('button', { name: 'New move' }).click()
  await dialog.getByLabel('Quantity').fill('12.5')
  await choose(page, 'From', 'Suppliers')
  await choose(page, 'To', 'Main warehouse')
  await dialog.getByRole('button', { name: 'New move' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Main warehouse.*12\.5 l/ }).waitFor()
  const { items: [item] } = await tenant.admin.get<Listed<Item>>(`${INV}/items`).expect(200)
  expect(item).toMatchObject({ sku: 'OIL-220', unit: 'l', on_hand: '12.5' })
  expect(await stockOf(tenant.admin, item?.id ?? '')).toEqual({ [home.id]: '12.5', [supplier.id]: '-12.5' })
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a move that takes too much is refused at its quantity; a wrong one is reversed, once', async () => {
  const tenant = await host.current.signUp('reversals')
  const { item, receipt } = await received(tenant.admin, '3')
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/moves`)
  await page.getByRole('button', { name: 'New move' }).click()
  await choose(page, 'Item', 'Gearbox')
  await page.getByRole('dialog').getByLabel('Quantity').fill('4')
  await choose(page, 'From', 'Warehouse')
  await choose(page, 'To', 'Customers')
  await page.getByRole('dialog').getByRole('button', { name: 'New move' }).click()
  await page.getByText('There is not enough at the location').first().waitFor()
  await page.keyboard.press('Escape')
  await open(`${PAGES}/moves/${receipt.id}`)
  await page.getByRole('button', { name: 'Reverse' }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Reverse' }).click()
  await page.getByText('Takes back').waitFor()
  expect(await stockOf(tenant.admin, item.id)).toEqual({})
  await open(`${PAGES}/moves/${receipt.id}`)
  await page.getByText('Reversed').waitFor()
  expect(await page.getByRole('button', { name: 'Reverse' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a file of items is checked, and what is right is imported', async () => {
  const tenant = await host.current.signUp('wizard')
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/import`)
  const file = 'Artikelnummer;Bezeichnung;Einheit;EAN;Mindestbestand\r\nM8;Schraube;Stk;4006381333931;10,5\r\nM9;Mutter;Stk;;4\r\n;Ohne Nummer;;;\r\n'
  await page.setInputFiles('input[type=file]', { name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('“10,5” is not possible here.').waitFor()
  await page.getByText('An item needs a SKU.').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 1 item' }).click()
  await page.getByRole('link', { name: 'See items' }).click()
  await page.getByRole('link', { name: 'Mutter' }).waitFor()
  expect(complaints).toEqual([])
})

test('the dashboard shows what runs low, and leads there', async () => {
  const tenant = await host.current.signUp('low')
  const { item } = await received(tenant.admin, '3')
  await tenant.admin.patch(`${INV}/items/${item.id}`, { min_stock: '5', name: 'Planetary gearbox' }).expect(200)
  await makeItem(tenant.admin)
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open('/tenant-admin')
  await page.getByText('1 of 2 items runs low').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: /Planetary gearbox/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Planetary gearbox' }).waitFor()
  expect(complaints).toEqual([])
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { admin } = host.current.acme
  const { item, home, receipt } = await received(admin, '1234.5')
  await admin.patch(`${INV}/items/${item.id}`, { name: 'Sechskantschraube mit Flansch, rostfrei', min_stock: '2000' }).expect(200)
  const watched = await signedIn(browser.current, { host: host.current, tenant: host.current.acme, options: PHONE })
  const pages = [
    ['', 'Sechskantschraube'], [`/items/${item.id}`, 'Bestand nach Ort'], ['/moves', 'Sechskantschraube'], [`/moves/${receipt.id}`, 'Zurücknehmen'],
    ['/locations', 'Warehouse'], [`/locations/${home.id}`, 'Was hier liegt'], ['/import', 'Artikel importieren'],
  ] as const
  expect(await problemsOnPhone(watched, pages.map(([path, text]) => [PAGES + path, text]))).toEqual([])
})
