import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { installModule, publishModule } from '../support/publish-module.js'
import { PHONE, ROOT, findings, problemsOnPhone, wholeSite, type Site } from './site'

const site = wholeSite()
const BOOKS = '/super-admin/modules/books'
const R = '/api/v1/module-registry/books'
const PATIENCE = { timeout: 15_000 }
const LIST = /\/api\/v1\/operations\?/
const SETTINGS = { type: 'object', properties: { shelf: { type: 'string', title: 'Shelf', default: 'A1', maxLength: 20 } } }

interface Detail {
  channels: Record<string, string | null>
  is_active: boolean
  uninstalled_at: string | null
}
const detail = () => site.host.superAdmin.get<Detail>(R).expect(200)
const assigned = (id: string) => `/api/v1/modules/organization/${id}/books`
const rangeOf = async (id: string) => (await site.host.superAdmin.get<{ range: string }>(`${assigned(id)}/version`).expect(200)).range
const started = (page: Page) => page.locator('.pages-started')

let root: Site
beforeAll(async () => {
  const { host } = site
  root = await site.open(ROOT, { reducedMotion: 'reduce' })
  await publishModule(host, { id: 'tolls', version: '0.2.0', name: 'Tolls' })
  for (const version of ['1.0.0', '1.1.0', '2.0.0']) {
    await publishModule(host, { id: 'books', version, name: 'Books', manifest: { settings: SETTINGS } })
    expect(await installModule(host, { id: 'books', version })).toMatchObject({ state: 'succeeded' })
  }
  for (const { id, admin } of [host.acme, host.globex]) {
    await host.superAdmin.post(`/api/v1/modules/assign/${id}`, { module_id: 'books' }).expect(201)
    await host.superAdmin.request('PUT', `${assigned(id)}/version`, { json: { range: '^1.0.0' } }).expect(200)
    await admin.post('/api/v1/books', {}).expect(204)
  }
})

test('channels name other versions, and the module is closed for new assignments', async () => {
  const { page, complaints, go } = root
  await go(BOOKS)
  await page.getByRole('combobox', { name: 'stable' }).click()
  await page.getByRole('option', { name: '1.1.0' }).click()
  await page.getByText('Channel stable changed').waitFor()
  expect((await detail()).channels.stable).toBe('1.1.0')
  await page.getByRole('combobox', { name: 'stable' }).click()
  await page.getByRole('option', { name: 'Newest release' }).click()
  await expect.poll(async () => (await detail()).channels.stable, PATIENCE).toBe('2.0.0')
  await page.getByRole('switch', { name: 'Open for new assignments' }).click()
  await page.getByText('Books closed for new assignments').waitFor()
  expect((await detail()).is_active).toBe(false)
  await page.getByRole('switch', { name: 'Open for new assignments' }).click()
  await page.getByText('Books opened for new assignments').waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('an organization is pinned to a version and held to limits', async () => {
  const { acme, superAdmin } = site.host
  const { page, complaints, go } = root
  await go(`${BOOKS}/tenants`)
  const row = page.getByRole('row', { name: /acme/ })
  await row.hover()
  await row.getByRole('button', { name: 'Choose version' }).click()
  await page.getByRole('radio', { name: /^Exact version/ }).check()
  await page.getByRole('combobox', { name: 'Exact version' }).click()
  await page.getByRole('option', { name: '1.0.0' }).click()
  await page.getByRole('dialog').getByText('MODULE_DOWNGRADE').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Set version' }).click()
  await page.getByText('acme now follows 1.0.0 of Books').waitFor()
  expect(await rangeOf(acme.id)).toBe('1.0.0')
  await row.hover()
  await row.getByRole('button', { name: 'Limits' }).click()
  await page.getByLabel('Requests a minute').fill('many')
  await page.getByRole('button', { name: 'Set limits' }).click()
  await page.getByText('Write a whole number from 0, or nothing.').waitFor()
  await page.getByLabel('Requests a minute').fill('600')
  await page.getByRole('button', { name: 'Set limits' }).click()
  await page.getByText('Limits of Books for acme set').waitFor()
  expect(await superAdmin.get(`${assigned(acme.id)}/quota`).expect(200)).toMatchObject({ requests_per_minute: 600, jobs_per_hour: null, storage_mb: null })
  await go(`/super-admin/tenants/${acme.id}/modules`)
  await page.getByRole('button', { name: 'Actions for Books' }).click()
  await page.getByRole('menuitem', { name: 'Choose version' }).click()
  await page.getByRole('radio', { name: /^Range/ }).check()
  await page.getByRole('textbox', { name: 'Range' }).fill('^1.0.0')
  await page.getByRole('button', { name: 'Set version' }).click()
  await page.getByText('within ^1.0.0').waitFor()
  expect(await rangeOf(acme.id)).toBe('^1.0.0')
  expect(complaints).toEqual([])
})

test('a version is rolled out in waves, each when it is told to, and everybody is switched back', async () => {
  const { acme, globex } = site.host
  const { page, complaints, go } = root
  await go(`${BOOKS}/rollouts`)
  await page.getByRole('button', { name: 'New rollout' }).click()
  await page.getByRole('combobox', { name: 'Whom wave 1 moves' }).click()
  await page.getByRole('option', { name: 'Chosen tenants' }).click()
  await page.getByRole('combobox', { name: 'Tenants of wave 1' }).fill('acme')
  await page.getByRole('option', { name: /acme/ }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Begin wave 1' }).click()
  await page.getByRole('heading', { level: 1, name: 'Books → 2.0.0' }).waitFor()
  await page.getByText('The next wave begins when you say so.').waitFor()
  expect([await rangeOf(acme.id), await rangeOf(globex.id)]).toEqual(['2.0.0', '^1.0.0'])
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Begin wave 2' }).click()
  await page.getByText('Completed', { exact: true }).waitFor()
  await expect.poll(() => rangeOf(globex.id), PATIENCE).toBe('2.0.0')
  await page.getByRole('button', { name: 'Switch back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch back' }).click()
  await page.getByText('Rolled back', { exact: true }).first().waitFor()
  expect([await rangeOf(acme.id), await rangeOf(globex.id)]).toEqual(['^1.0.0', '^1.0.0'])
  await go(`${BOOKS}/rollouts`)
  await page.getByRole('link', { name: /To 2.0.0/ }).waitFor()
  expect(complaints).toEqual([])
})

test('usage shows what organizations used, sorted, filtered and in the page of the module', async () => {
  const { acme } = site.host
  for (let i = 0; i < 3; i++) await acme.admin.get('/api/v1/books').expect(200)
  const { page, complaints, go } = root
  await go('/super-admin/usage?f.module_id=books')
  const first = page.getByRole('row').nth(1)
  await first.getByText('acme').waitFor()
  expect(await page.getByRole('row').count()).toBe(3)
  await page.getByRole('button', { name: 'Requests' }).click()
  await expect.poll(() => first.textContent(), PATIENCE).toContain('globex')
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('settings that the module declares are shown, and who would be touched by its end', async () => {
  const { page, complaints, go } = root
  await go(`${BOOKS}/settings`)
  await page.getByText('Shelf', { exact: true }).waitFor()
  await page.getByText('"A1"').waitFor()
  expect(await findings(page)).toEqual([])
  await go(BOOKS)
  await page.getByRole('button', { name: 'Uninstall module' }).click()
  const dialog = page.getByRole('dialog', { name: 'Uninstall Books?' })
  await dialog.getByText('2 rows').waitFor()
  await dialog.getByText('acme, globex').waitFor()
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export its data first' }).click()
  expect((await saved).suggestedFilename()).toBe('books.ndjson.gz')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Uninstall module' }).click()
  await dialog.getByText('2 rows').waitFor()
  expect(await dialog.getByRole('button', { name: 'Uninstall module' }).isDisabled()).toBe(true)
  expect(await findings(page)).toEqual([])
  await dialog.getByLabel('Type books to confirm').fill('books')
  await dialog.getByRole('button', { name: 'Uninstall module' }).click()
  await started(page).getByText('Succeeded').first().waitFor(PATIENCE)
  expect((await site.host.acme.admin.get('/api/v1/books')).status).toBe(404)
  await page.getByRole('button', { name: 'Restore module' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore module' }).click()
  await page.getByRole('button', { name: 'Uninstall module' }).waitFor(PATIENCE)
  await site.host.acme.admin.get('/api/v1/books').expect(200)
  expect(complaints).toEqual([])
})

test('an operation that failed says why and what to do', async () => {
  await publishModule(site.host, { id: 'broken', version: '1.0.0', name: 'Broken', expand: "schema.tenantTable('note', (t) => { t.text('title') }); schema.tenantTable('note', (t) => { t.text('title') })" })
  const { id, state } = await installModule(site.host, { id: 'broken', version: '1.0.0' })
  expect(state).toBe('failed')
  const { page, complaints, go } = root
  await go('/super-admin/operations')
  await page.getByRole('row', { name: /Failed/ }).getByRole('link').click()
  await page.waitForURL(`**/operations/${id}`)
  await page.getByText('The author has to mend the migration.').waitFor()
  await page.getByText('MODULE_MIGRATION_FAILED').waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a list that the server does not give says so, and comes when it is asked again', async () => {
  const { page, go } = root
  await page.route(LIST, (route) => route.fulfill({ status: 500, json: { detail: { error: 'Error', message: 'The database is away.', code: 'INTERNAL' } } }))
  await go('/super-admin/operations')
  await page.getByText('The operations did not load').waitFor()
  expect(await findings(page)).toEqual([])
  await page.unroute(LIST)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('row', { name: /books/ }).first().waitFor()
})

test('all of it is usable on a phone, in the dark and in German', async () => {
  const problems = await problemsOnPhone(await site.open(ROOT, PHONE), [
    [BOOKS, 'Offen für neue Zuweisungen'],
    [`${BOOKS}/versions`, 'Signiert'],
    [`${BOOKS}/tenants`, 'acme'],
    [`${BOOKS}/rollouts`, 'Neue Einführung'],
    [`${BOOKS}/capabilities`, 'Nichts außer eigenen Tabellen'],
    [`${BOOKS}/settings`, 'Shelf'],
    ['/super-admin/modules?tab=available', 'Tolls'],
    ['/super-admin/operations', 'Installieren'],
    ['/super-admin/usage', 'acme'],
    ['/super-admin/packages', 'books'],
    ['/super-admin/packages/tokens', 'Keine Autoren-Token'],
    ['/super-admin/trusted-keys', 'first-party'],
  ])
  expect(problems).toEqual([])
})

test('an uninstalled module is deleted for ever once its name was typed', async () => {
  const { page, complaints, go } = root
  await site.host.superAdmin.delete(R).expect(202)
  await expect.poll(async () => (await detail()).uninstalled_at, PATIENCE).not.toBeNull()
  await go(BOOKS)
  await page.getByRole('button', { name: 'Delete all data' }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Delete all data' })
  expect(await confirm.isDisabled()).toBe(true)
  await page.getByLabel('Type books to confirm').fill('books')
  await confirm.click()
  await started(page).getByText('Succeeded').first().waitFor(PATIENCE)
  expect(complaints).toEqual([])
})
