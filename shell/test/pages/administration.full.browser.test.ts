import { expect, test } from 'vitest'
import { PHONE, findings, ownerOf, problemsOnPhone, wholeSite } from './site'

const site = wholeSite()
const SETTINGS = '/tenant-admin/settings'
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

interface Branding {
  primary_color: string
  header_style: string
  logo_url: string | null
}

test('branding is previewed, saved and seen in the whole frame', async () => {
  const tenant = await site.host.signUp('painting')
  const { page, complaints, go } = await site.open(ownerOf('painting'))
  const fill = () => page.locator('.pages-brand-button').evaluate((element) => getComputedStyle(element).backgroundColor)
  await go(`${SETTINGS}/branding`)
  const before = await fill()
  await page.getByRole('textbox', { name: 'Main colour', exact: true }).fill('#00a86b')
  await page.getByText('Drawn as #008554').nth(1).waitFor()
  expect(await fill()).not.toBe(before)
  await page.getByRole('textbox', { name: 'Shown name' }).fill('Painting & Daughters')
  await page.getByRole('combobox', { name: 'Header' }).click()
  await page.getByRole('option', { name: 'In the main colour' }).click()
  await page.getByRole('textbox', { name: 'Own tokens' }).fill(':root { --io-r2: 2px; --io-canvas: red }')
  await page.getByRole('button', { name: 'Save changes' }).click()
  expect(await page.locator('.pages-css').textContent()).toBe('--io-r2: 2px')
  await page.locator('input[type=file]').first().setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByText('Logo saved').waitFor()
  expect(await tenant.admin.get<Branding>(`/api/v1/organizations/${tenant.id}/branding`).expect(200)).toMatchObject({ primary_color: '#00a86b', header_style: 'solid' })
  await page.getByRole('button', { name: 'Load it now' }).first().click()
  const sidebar = page.getByRole('navigation', { name: 'Main', exact: true })
  await sidebar.getByText('Painting & Daughters').waitFor()
  expect(await sidebar.locator('img.shell-logo').count()).toBe(1)
  expect(await page.locator('.shell-head').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(0, 133, 84)')
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('icons alone keep their names, and without a sidebar a menu leads everywhere', async () => {
  const tenant = await site.host.signUp('narrow')
  const style = (sidebar_style: string) =>
    tenant.admin.request('PUT', `/api/v1/organizations/${tenant.id}/branding`, { json: { sidebar_style } }).expect(200)
  await style('compact')
  const { page, complaints, go } = await site.open(ownerOf('narrow'))
  await go('/tenant-admin')
  expect((await page.locator('.shell-side').boundingBox())?.width).toBe(56)
  await page.getByRole('link', { name: 'Users and teams' }).click()
  await page.getByRole('heading', { level: 1, name: 'Users and teams' }).waitFor()
  expect(await findings(page)).toEqual([])
  await style('minimal')
  await go('/tenant-admin')
  expect(await page.locator('.shell-side').count()).toBe(0)
  await page.getByRole('button', { name: 'Modules' }).click()
  await page.getByRole('dialog', { name: 'Modules' }).getByRole('link', { name: 'Users and teams' }).click()
  await page.getByRole('heading', { level: 1, name: 'Users and teams' }).waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a role is made of described permissions, given to a person, and deleted', async () => {
  const tenant = await site.host.signUp('roles')
  const { userId } = await tenant.person('employee')
  const { page, complaints, go } = await site.open(ownerOf('roles'))
  await go('/tenant-admin/users/roles')
  await page.getByText('No roles yet').waitFor()
  await page.getByRole('button', { name: 'New role' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New role' })
  await dialog.getByLabel('Name').fill('Sales lead')
  await dialog.getByRole('checkbox').first().check()
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Create role' }).click()
  await page.getByText('1 permission').waitFor()
  await go(`/tenant-admin/users?open=${userId}`)
  await page.getByRole('checkbox', { name: 'Sales lead' }).check()
  await page.getByText('Roles of Casey saved').waitFor()
  expect((await tenant.admin.get<{ name: string }[]>(`/api/v1/users/${userId}/roles`).expect(200)).map(({ name }) => name)).toEqual(['Sales lead'])
  await go('/tenant-admin/users/roles')
  await page.getByRole('button', { name: 'Delete Sales lead' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No roles yet').waitFor()
  expect(complaints).toEqual([])
})

test('the audit trail is searched, and an entry is read', async () => {
  const tenant = await site.host.signUp('trail')
  await tenant.admin.patch('/api/v1/organizations/current', { currency: 'SEK' }).expect(200)
  const { page, complaints, go } = await site.open(ownerOf('trail'))
  await go('/tenant-admin/audit?search=tenant.updated')
  await page.getByRole('row', { name: /tenant\.updated/ }).click()
  await page.getByRole('complementary').getByText('SEK').waitFor()
  expect(await findings(page)).toEqual([])
  await go('/tenant-admin/audit/jobs')
  await page.getByRole('heading', { level: 1, name: 'Background jobs' }).waitFor()
  expect(complaints).toEqual([])
})

test('a module is asked for, and the super admins get a mail', async () => {
  const tenant = await site.host.signUp('asking')
  await site.host.superAdmin.post(`/api/v1/modules/unassign/${tenant.id}/crm`).expect(204)
  const { page, complaints, go } = await site.open(ownerOf('asking'))
  await go(`${SETTINGS}/modules`)
  await page.getByText('Calls this month').waitFor()
  await page.getByRole('button', { name: /^Ask for Customer/ }).click()
  await page.getByLabel('Message').fill('For our fair in May.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Asked for', { exact: true }).waitFor()
  const { items } = await site.host.superAdmin.get<{ items: { subject: string; text: string }[] }>('/api/v1/monitor/mail?limit=200').expect(200)
  expect(items.find(({ subject }) => subject.startsWith('asking asks for'))?.text).toContain('For our fair in May.')
  await tenant.admin.post('/api/v1/modules/requests', { module_id: 'projects' }).expect(409)
  await (await tenant.person('employee')).post('/api/v1/modules/requests', { module_id: 'crm' }).expect(403)
  expect(complaints).toEqual([])
})

test('a profile is kept, with a picture', async () => {
  const tenant = await site.host.signUp('portrait')
  const { page, complaints, go } = await site.open(ownerOf('portrait'))
  await go(`${SETTINGS}/profile`)
  await page.getByLabel('Job title').fill('Harbour master')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Profile saved').waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByRole('img', { name: 'Picture' }).waitFor()
  expect(await tenant.admin.get(`/api/v1/users/${tenant.adminId}/profile`).expect(200)).toMatchObject({ job_title: 'Harbour master' })
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const problems = await problemsOnPhone(await site.open(ownerOf('acme'), PHONE), [
    [`${SETTINGS}/branding`, 'Hauptfarbe'],
    [`${SETTINGS}/modules`, 'Tarif und Nutzung'],
    [`${SETTINGS}/profile`, 'Position'],
    ['/tenant-admin/users/roles', 'Noch keine Rollen'],
    ['/tenant-admin/audit', 'tenant.created'],
    ['/tenant-admin/audit/jobs', 'Noch keine Aufträge'],
  ])
  expect(problems).toEqual([])
})
