// Modules that extend each other without knowing each other's code.
import path from 'node:path'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn, type WatchedPage } from '@innoerp/sdk/testing/browser'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './support/browser.js'
import { writeFaultyModule } from './support/faulty-module.js'

interface Made {
  id: string
}

const PLUGINS = path.resolve(import.meta.dirname, '../../plugins')

/** Milliseconds that anything may take to appear. */
const PATIENCE = 15_000

describe.skipIf(!chromiumPath)('modules together', () => {
  const browser = oneBrowser()
  let host: TestHost
  let watched: WatchedPage
  let page: Page
  let company: Made
  let project: Made

  beforeAll(async () => {
    host = await createTestHost({ modules: [path.join(PLUGINS, 'projects'), path.join(PLUGINS, 'crm'), await writeFaultyModule()] })
    const { admin, adminId } = host.acme
    company = await admin.post<Made>('/api/v1/crm/companies', { name: 'Brinkmann Gears', city: 'Hamburg' }).expect(201)
    await admin.post('/api/v1/crm/contacts', { first_name: 'Berta', last_name: 'Brinkmann', company_id: company.id }).expect(201)
    await admin.post('/api/v1/crm/deals', { name: 'Brinkmann order', amount: '842000', currency: 'EUR' }).expect(201)
    project = await admin.post<Made>('/api/v1/projects', { name: 'Harbour crane', code: 'HCR', company_id: company.id }).expect(201)
    const task = { title: 'Order gears at Brinkmann', state: 'open', due_date: '2026-11-22', assignee_id: adminId }
    await admin.post(`/api/v1/projects/${project.id}/tasks`, task).expect(201)
    await admin.post(`/api/v1/projects/${project.id}/tasks`, { ...task, title: 'Done long ago', state: 'done' }).expect(201)
    watched = await signedIn(browser.current, { host, tenant: host.acme })
    page = watched.page
    page.setDefaultTimeout(PATIENCE)
  })
  afterAll(() => host?.close())

  const widget = (name: string) => page.locator('.io-card').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })
  async function search(query: string): Promise<void> {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill(query)
  }

  test('give the dashboard their widgets, by their names, before any of them was opened', async () => {
    await watched.open('/tenant-admin')
    await widget('My tasks').getByText('Order gears at Brinkmann').waitFor()
    expect(await widget('My tasks').getByText('Done long ago').count()).toBe(0)
    await widget('Project status').getByRole('meter', { name: 'Active' }).waitFor()
    await widget('Pipeline').getByText('€842k').waitFor()
    expect(await findings(page)).toEqual([])
    await widget('My tasks').getByText('Order gears at Brinkmann').click()
    await page.getByRole('heading', { level: 1, name: 'Order gears at Brinkmann' }).waitFor()
  })

  test('stand on the dashboard as each person puts them: by keys, by hand, small or wide, or not at all', async () => {
    await watched.open('/tenant-admin')
    const names = async () => (await page.locator('.pages-dashboard > .io-card h2').allTextContents()).filter((name) => name !== 'First steps')
    const bar = (name: string) => page.getByRole('toolbar', { name, exact: true })
    await widget('Pipeline').waitFor()
    const before = await names()
    await page.getByRole('button', { name: 'Arrange' }).click()
    await page.getByRole('button', { name: 'Move Modules: use the arrow keys' }).press('ArrowUp')
    await page.getByRole('status').filter({ hasText: `Modules: place ${before.length - 1} of ${before.length}` }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByRole('status').filter({ hasText: `Modules: place ${before.length - 2} of ${before.length}` }).waitFor()
    await bar('My tasks').dragTo(page.locator('.pages-arrange').first())
    await page.getByRole('button', { name: 'Make My tasks wide' }).click()
    await page.getByRole('button', { name: 'Hide Project status' }).click()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Done' }).click()
    await watched.open('/tenant-admin')
    await widget('My tasks').waitFor()
    const after = await names()
    expect(after[0]).toBe('My tasks')
    expect(await widget('My tasks').getAttribute('data-span')).toBe('8')
    expect(after).not.toContain('Project status')
    await page.getByRole('button', { name: 'Arrange' }).click()
    await page.getByRole('button', { name: 'As it was at first' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    expect(await names()).toEqual(before)
  })

  test('let the palette find what each of them keeps', async () => {
    await watched.open('/tenant-admin')
    await search('brink')
    for (const found of ['Brinkmann Gears', 'Berta Brinkmann', 'Brinkmann order', 'Order gears at Brinkmann']) {
      await page.getByRole('option', { name: found }).waitFor()
    }
    await page.getByRole('option', { name: 'Brinkmann Gears' }).click()
    await page.getByRole('heading', { level: 1, name: 'Brinkmann Gears' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/tenant-admin/crm/companies/${company.id}`)
  })

  test('let the palette create, from any page, what the person may create', async () => {
    await watched.open('/tenant-admin/settings')
    await search('new con')
    await page.getByRole('option', { name: /New contact/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('First name').fill('Conrad')
    await dialog.getByLabel('Last name').fill('Newcomer')
    await dialog.getByRole('button', { name: 'New contact' }).click()
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
    await page.getByRole('complementary', { name: 'Conrad Newcomer' }).waitFor()
    const { items } = await host.acme.admin.get<{ items: { name: string }[] }>('/api/v1/crm/contacts?search=newcomer').expect(200)
    expect(items).toHaveLength(1)
  })

  test('show on a company what another one has for it, and can make with it', async () => {
    await watched.open(`/tenant-admin/crm/companies/${company.id}`)
    await page.getByRole('tab', { name: 'Projects' }).click()
    await page.getByRole('link', { name: /Harbour crane/ }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'New project' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Gearbox overhaul')
    await page.getByRole('dialog').getByRole('button', { name: 'New project' }).click()
    await page.getByRole('heading', { level: 1, name: 'Gearbox overhaul' }).waitFor()
    const { items } = await host.acme.admin.get<{ items: { name: string }[] }>(`/api/v1/projects?company_id=${company.id}`).expect(200)
    expect(items.map(({ name }) => name).sort()).toEqual(['Gearbox overhaul', 'Harbour crane'])
  })

  test('what an empty list offers to create is opened when it is there, though the list is empty no more', async () => {
    const other = await host.acme.admin.post<Made>('/api/v1/crm/companies', { name: 'Nothing yet' }).expect(201)
    await watched.open(`/tenant-admin/crm/companies/${other.id}?tab=projects.CompanyProjects`)
    await page.getByRole('main').getByRole('button', { name: 'New project' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('First of all')
    await page.getByRole('dialog').getByRole('button', { name: 'New project' }).click()
    await page.getByRole('heading', { level: 1, name: 'First of all' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/tenant-admin\/projects\/[0-9a-f-]{36}$/)
  })

  test('a link to a record that is not there says so', async () => {
    await watched.open(`/tenant-admin/crm/contacts?open=${company.id}`)
    await page.getByRole('complementary').getByText('It is not there').waitFor()
    expect(await findings(page)).toEqual([])
  })

  test('a project takes tabs and actions of others too', async () => {
    await watched.open(`/tenant-admin/projects/${project.id}`)
    await page.getByRole('tab', { name: 'Fault tab' }).click()
    await page.getByText(`A tab of project ${project.id}`).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Act on it' }).click()
    await page.getByText(`Acts on ${project.id}`).waitFor()
    await page.getByRole('button', { name: 'Enough' }).click()
    expect(await page.getByText(`Acts on ${project.id}`).count()).toBe(0)
  })

  test('are the same on a phone, in the dark and in German', async () => {
    const phone = await signedIn(browser.current, { host, tenant: host.acme, options: PHONE })
    const company_tab = `/tenant-admin/crm/companies/${company.id}?tab=projects.CompanyProjects`
    expect(await problemsOnPhone(phone, [['/tenant-admin', 'Meine Aufgaben'], [company_tab, 'Harbour crane']])).toEqual([])
    await phone.page.context().close()
  })

  test('a module that is switched off takes its parts along and leaves a page that works', async () => {
    await watched.open(`/tenant-admin/crm/companies/${company.id}?tab=projects.CompanyProjects`)
    await page.getByRole('link', { name: /Harbour crane/ }).waitFor()
    const enable = (is_enabled: boolean) => host.superAdmin.patch(`/api/v1/modules/organization/${host.acme.id}/projects`, { is_enabled }).expect(200)
    await enable(false)
    await page.getByText('Berta Brinkmann').waitFor()
    expect(await page.getByRole('tab').allTextContents()).toEqual([])
    await page.getByRole('main').getByRole('button', { name: 'More actions' }).click()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Edit company', 'Delete company'])
    await page.keyboard.press('Escape')
    await watched.open('/tenant-admin')
    await widget('Pipeline').getByText('€842k').waitFor()
    expect(await widget('My tasks').count()).toBe(0)
    await enable(true)
    await widget('My tasks').waitFor()
    expect(watched.complaints).toEqual([])
  })
})
