import { expect, test } from 'vitest'
import { PASSWORD, PHONE, ROOT, findings, ownerOf, problemsOnPhone, wholeSite } from './site'

const site = wholeSite()
const SECOND = { timeout: 1_000 }
const TENANTS = '/super-admin/tenants'

test('a module is switched off and on again, and the open pages of the tenant follow within a second', async () => {
  const tenant = await site.host.signUp('switching')
  const owner = await site.open(ownerOf('switching'))
  await owner.go('/tenant-admin')
  const entries = () => owner.page.getByRole('navigation', { name: 'Main', exact: true }).locator('a[href="/tenant-admin/crm"]').count()
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}`)
  const crm = page.getByRole('switch', { name: /^Customer Relationship Management/ })
  await crm.click()
  await page.getByText(/switched off for switching/).waitFor()
  await expect.poll(entries, SECOND).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/switched on for switching/).waitFor()
  await expect.poll(entries, SECOND).toBe(1)
  expect(await crm.isChecked()).toBe(true)
  expect(await findings(page)).toEqual([])
  expect([...complaints, ...owner.complaints]).toEqual([])
})

test('a switch that the server refuses says why, and what is there now is shown', async () => {
  const tenant = await site.host.signUp('refused')
  const { page, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}/modules`)
  const crm = page.getByRole('switch', { name: /^Customer Relationship Management/ })
  await crm.waitFor()
  await site.host.superAdmin.post(`/api/v1/modules/unassign/${tenant.id}/crm`).expect(204)
  await crm.click()
  await page.getByText('does not have the module “crm”').waitFor()
  await expect.poll(() => crm.count(), SECOND).toBe(0)
})

test('a module is unassigned with a word about what is kept, and assigned again', async () => {
  const tenant = await site.host.signUp('assigning')
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}/modules`)
  await page.getByRole('button', { name: 'Actions for Project Management' }).click()
  await page.getByRole('menuitem', { name: 'Unassign module' }).click()
  const dialog = page.getByRole('dialog', { name: 'Unassign Project Management from assigning?' })
  await dialog.getByText('it is there again when the module is assigned again').waitFor()
  await dialog.getByRole('button', { name: 'Unassign module' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await tenant.admin.get('/api/v1/projects')).status).toBe(404)
  await page.getByRole('button', { name: 'Assign module', exact: true }).click()
  await page.getByRole('radio', { name: /Project Management/ }).check()
  expect(await findings(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Assign module' }).click()
  await page.getByRole('switch', { name: /^Project Management/ }).waitFor()
  expect((await tenant.admin.get('/api/v1/projects')).status).toBe(200)
  expect(complaints).toEqual([])
})

test('a tenant is deactivated once its name was typed, and let in again', async () => {
  const tenant = await site.host.signUp('closing')
  const signIn = async () => (await tenant.anonymous().post('/api/v1/auth/login', { email: 'owner@closing.example', password: PASSWORD })).status
  const { page, complaints, go } = await site.open(ROOT)
  await go(TENANTS)
  await page.keyboard.press('/')
  await page.keyboard.type('closing')
  await page.getByRole('link', { name: 'closing' }).click()
  await page.getByRole('button', { name: 'Deactivate' }).click()
  const confirm = page.getByRole('button', { name: 'Deactivate tenant' })
  expect(await confirm.isDisabled()).toBe(true)
  await page.getByLabel('Type closing to confirm').fill('closing')
  await confirm.click()
  await page.getByRole('button', { name: 'Activate', exact: true }).waitFor()
  expect(await signIn()).toBe(403)
  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await page.getByRole('button', { name: 'Activate tenant' }).click()
  await page.getByRole('button', { name: 'Deactivate', exact: true }).waitFor()
  expect(await signIn()).toBe(200)
  expect(complaints).toEqual([])
})

test('the catalogue unfolds a module’s versions and leads to what it is and may', async () => {
  const { page, complaints, go } = await site.open(ROOT)
  await go('/super-admin/modules')
  const row = page.getByRole('row', { name: /Project Management/ })
  await row.waitFor()
  expect(await row.getByText('Signed').count()).toBe(1)
  expect(await page.getByRole('row', { name: /Settings/ }).getByText('Part of the platform').count()).toBe(1)
  await row.getByRole('button', { name: 'Show versions of Project Management' }).click()
  await page.getByText('Manage versions').waitFor()
  expect(await findings(page)).toEqual([])
  await row.getByRole('link', { name: 'Project Management' }).click()
  await page.getByText('/api/v1/projects').waitFor()
  await page.getByText('projects.read').waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a tenant that is not there is said to be so', async () => {
  const { page, go } = await site.open(ROOT)
  await go(`${TENANTS}/3f2a6f0e-9d6b-4c58-8a51-6f1d2f7c9b11`)
  await page.getByText('There is no such organization.').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tenant')
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const problems = await problemsOnPhone(await site.open(ROOT, PHONE), [
    ['/super-admin', 'Neueste Mandanten'],
    [TENANTS, 'acme'],
    [`${TENANTS}/${site.host.acme.id}`, 'Probezeit endet'],
    [`${TENANTS}/${site.host.acme.id}/modules`, 'Project Management'],
    ['/super-admin/modules', 'Teil der Plattform'],
  ])
  expect(problems).toEqual([])
})

test('the palette finds a tenant', async () => {
  const { page, go } = await site.open(ROOT)
  await go('/super-admin')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('globex')
  await page.getByRole('option', { name: /globex/ }).click()
  await page.getByRole('heading', { level: 1, name: 'globex' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`${TENANTS}/${site.host.globex.id}`)
})
