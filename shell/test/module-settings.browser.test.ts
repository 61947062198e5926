// What an organization sets in its modules, by forms made from their manifests.
import path from 'node:path'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn, type WatchedPage } from '@innoerp/sdk/testing/browser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './support/browser.js'

const MODULES = '/tenant-admin/settings/modules'
const LABEL = 'Days until a new deal should close'
const PLUGINS = path.resolve(import.meta.dirname, '../../plugins')

describe.skipIf(!chromiumPath)('the settings of modules', () => {
  const browser = oneBrowser()
  let host: TestHost
  let watched: WatchedPage

  beforeAll(async () => {
    host = await createTestHost({ modules: [path.join(PLUGINS, 'projects'), path.join(PLUGINS, 'crm')] })
    watched = await signedIn(browser.current, { host, tenant: host.acme })
  })
  afterAll(() => host?.close())

  const kept = async () => (await host.acme.admin.get<{ values: unknown }>('/api/v1/modules/crm/settings').expect(200)).values

  test('stand on one page, for the modules that have any, and hold when they are saved', async () => {
    const { page, open, complaints } = watched
    await open(MODULES)
    const field = page.getByLabel(LABEL)
    await field.waitFor()
    // Below what an organization has and can have.
    expect((await page.getByRole('heading', { level: 2 }).allTextContents()).slice(3)).toEqual(['CRM'])
    expect(await field.inputValue()).toBe('0')
    expect(await page.getByRole('button', { name: 'Save changes' }).count()).toBe(0)
    await field.fill('30')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Settings saved').waitFor()
    expect(await kept()).toEqual({ close_in_days: 30 })
    const deal = await host.acme.admin.post<{ expected_close_date: string }>('/api/v1/crm/deals', { name: 'Gearbox' }).expect(201)
    expect(deal.expected_close_date).toMatch(/^\d{4}-\d\d-\d\d$/)
    await open(MODULES)
    await expect.poll(() => page.getByLabel(LABEL).inputValue()).toBe('30')
    expect(complaints).toEqual([])
  })

  test('are refused at the field that is wrong, by the page and by the server', async () => {
    const { page, open } = watched
    await open(MODULES)
    await page.getByLabel(LABEL).fill('soon')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Enter a number.').waitFor()
    await page.getByLabel(LABEL).fill('400')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('At most 365.').waitFor()
    expect(await page.getByLabel(LABEL).getAttribute('aria-invalid')).toBe('true')
    await page.route('**/settings', (route) => {
      if (route.request().method() !== 'PUT') return route.continue()
      const detail = { error: 'x', message: 'x', code: 'MODULE_SETTINGS_INVALID', details: [{ field: 'close_in_days', message: 'must be odd' }], request_id: 'r' }
      return route.fulfill({ status: 422, json: { detail } })
    })
    await page.getByLabel(LABEL).fill('12')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('must be odd').waitFor()
    await page.unroute('**/settings')
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await page.getByLabel(LABEL).inputValue()).toBe('30')
  })

  test('go back to the defaults of the module', async () => {
    const { page, open } = watched
    await open(MODULES)
    await page.getByRole('button', { name: 'Reset to defaults' }).click()
    expect(await page.getByLabel(LABEL).inputValue()).toBe('0')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Settings saved').waitFor()
    expect(await kept()).toEqual({ close_in_days: 0 })
  })

  test('fit on a phone, in the dark and in German', async () => {
    const phone = await signedIn(browser.current, { host, tenant: host.acme, options: PHONE })
    expect(await problemsOnPhone(phone, [[MODULES, 'Tage, bis ein neues Geschäft abgeschlossen sein soll']])).toEqual([])
  })
})
