import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Listed } from '@innoerp/sdk/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn } from '@innoerp/sdk/testing/browser'
import type { Company } from '../src/shared/company.js'
import type { Deal } from '../src/shared/deal.js'
import { CRM, crmHost, makeCompany, makeContact, makeDeal, pipelineOf } from './host.js'

const host = crmHost()
const browser = oneBrowser()
const PAGES = '/tenant-admin/crm'
const PATIENCE = { timeout: 15_000 }

/** Drags with the mouse, in steps, as a hand does. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  // The code for dragging comes apart from the board's own: only then is a card draggable.
  await page.locator(`${from}[draggable=true]`).waitFor()
  const [start, end] = await Promise.all([from, to].map((selector) => page.locator(selector).boundingBox()))
  if (!start || !end) throw new Error(`${from} or ${to} is not on the page.`)
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 })
  await page.mouse.up()
}

/** The heads of the board's columns, and the cards below each. */
const columns = (page: Page) =>
  page.locator('.io-lane').evaluateAll((lanes) => Object.fromEntries(lanes.map((lane) => [lane.querySelector('h2')?.textContent ?? '', [...lane.querySelectorAll('[data-card] h3')].map((title) => title.textContent)])))

test('a file is checked, its bad rows are named, and what is right is imported when asked', async () => {
  const tenant = await host.current.signUp('wizard')
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/import`)
  const file = 'ID,Company,Town,Mail\r\n1,Ärzte & Söhne,Köln,\r\n2,,Bonn,\r\n3,"Two\r\nlines",Kiel,nobody\r\n4,Last,,last@example.com\r\n'
  await page.setInputFiles('input[type=file]', { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(2).waitFor()
  const cells = (index: number) => rows.nth(index).getByRole('cell').allTextContents()
  expect([await cells(1), await cells(2)]).toEqual([
    ['3', 'Company', 'A company needs a name.'],
    ['4', 'Mail', '“nobody” is not a valid e-mail address.'],
  ])
  expect((await tenant.admin.get<Listed<Company>>(`${CRM}/companies`)).body.total).toBe(0)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 companies' }).click()
  await page.getByRole('link', { name: 'See companies' }).click()
  await page.getByRole('link', { name: 'Ärzte & Söhne' }).waitFor()
  const { items } = await tenant.admin.get<Listed<Company>>(`${CRM}/companies?sort=name`).expect(200)
  expect(items.map(({ name, city, email }) => [name, city, email])).toEqual([['Ärzte & Söhne', 'Köln', null], ['Last', null, 'last@example.com']])
  expect(complaints).toEqual([])
})

test('a company is made in a form, found beside the list with its people and deals, and deleted and brought back', async () => {
  const tenant = await host.current.signUp('companies')
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(PAGES)
  await page.locator('[data-state=empty]').waitFor() // until then the button stands in the head, afterwards in the middle
  await page.getByRole('button', { name: 'New company' }).first().click()
  await page.getByLabel('Name').fill('Gdynia Shipyard')
  await page.getByRole('dialog').getByRole('button', { name: 'New company' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gdynia Shipyard' }).waitFor()
  const { items: [company] } = await tenant.admin.get<Listed<Company>>(`${CRM}/companies`).expect(200)
  await makeContact(tenant.admin, { first_name: 'Marek', last_name: 'Nowak', company_id: company?.id ?? null })
  await makeDeal(tenant.admin, { name: 'Gantry crane', company_id: company?.id ?? null, amount: '412000' })
  await open(`${PAGES}?open=${company?.id}`)
  const panel = page.getByRole('complementary', { name: 'Gdynia Shipyard' })
  await panel.getByText('Marek Nowak').waitFor()
  await panel.getByText('Gantry crane').waitFor()
  expect(await findings(page)).toEqual([])
  await panel.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete company' }).click()
  await page.getByText('No companies yet').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Gdynia Shipyard' }).waitFor()
  expect(complaints).toEqual([])
})

test('deals go from stage to stage by dragging and by keyboard, and the sums with them', async () => {
  const tenant = await host.current.signUp('board')
  const { stages } = await pipelineOf(tenant.admin)
  const crane = await makeDeal(tenant.admin, { name: 'Crane', amount: '1000.10' })
  const winch = await makeDeal(tenant.admin, { name: 'Winch', amount: '0.20', expected_close_date: '2026-01-01' })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/deals`)
  await page.locator('[data-card]').nth(1).waitFor()
  expect(await columns(page)).toMatchObject({ New: ['Winch', 'Crane'], Qualified: [] })
  expect(await page.locator('.io-lane').first().getByTitle('€1,000.30').count()).toBe(1)
  await drag(page, `[data-card="${crane.id}"]`, '.io-lane:nth-child(2)')
  await expect.poll(() => columns(page), PATIENCE).toMatchObject({ New: ['Winch'], Qualified: ['Crane'] })
  await page.locator(`[data-card="${winch.id}"] [data-card-focus]`).focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key)
  await expect.poll(() => columns(page), PATIENCE).toMatchObject({ New: [], Qualified: ['Crane'], Proposal: ['Winch'] })
  const stageOf = async ({ id }: Deal) => (await tenant.admin.get<Deal>(`${CRM}/deals/${id}`)).body.stage_id
  await expect.poll(async () => [await stageOf(crane), await stageOf(winch)], PATIENCE).toEqual([stages[1]?.id, stages[2]?.id])
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { acme } = host.current
  const company = await makeCompany(acme.admin, { name: 'Hafen Rostock Betriebsgesellschaft', city: 'Rostock' })
  await makeContact(acme.admin, { last_name: 'Lindqvist', company_id: company.id })
  await makeDeal(acme.admin, { name: 'Landstrom', amount: '54000', company_id: company.id })
  const watched = await signedIn(browser.current, { host: host.current, tenant: acme, options: PHONE })
  const pages = [['', 'Hafen Rostock Betriebsgesellschaft'], ['/contacts', 'Lindqvist'], ['/deals', 'Landstrom'], ['/deals?tab=list', 'Landstrom'], [`/companies/${company.id}`, 'Anschrift'], ['/import', 'Firmen importieren']] as const
  expect(await problemsOnPhone(watched, pages.map(([path, text]) => [PAGES + path, text]))).toEqual([])
})
