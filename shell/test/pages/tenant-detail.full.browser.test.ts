import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PHONE, ROOT, findings, problemsOnPhone, wholeSite } from './site'

const site = wholeSite()
const TENANTS = '/super-admin/tenants'
const ORGANIZATIONS = '/api/v1/organizations'

const planOf = async (name: string, features: readonly string[]): Promise<void> => {
  await site.host.superAdmin.post('/api/v1/subscriptions/plans', { name, price_monthly: '12.50', price_yearly: '125.00', max_users: 2, max_projects: 4, features }).expect(201)
}
const modulesOf = async (id: string): Promise<string[]> => {
  const { items } = await site.host.superAdmin.get<{ items: { module_id: string }[] }>(`/api/v1/modules/organization/${id}`).expect(200)
  return items.map(({ module_id }) => module_id).sort()
}

test('a tenant without a plan is given one, which leaves an order and a payment, and its plan is changed', async () => {
  const tenant = await site.host.signUp('planned')
  await planOf('Quay', ['projects', 'crm', 'hr', 'inventory'])
  await planOf('Pier', ['projects'])
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}/subscription`)
  await page.getByRole('button', { name: 'New subscription' }).click()
  const dialog = page.getByRole('dialog', { name: 'New subscription' })
  await dialog.getByRole('combobox', { name: 'Plan' }).fill('Quay')
  await page.getByRole('option', { name: 'Quay' }).click()
  await dialog.getByRole('button', { name: 'New subscription' }).click()
  await page.getByRole('cell', { name: 'Quay, monthly' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Edit subscription' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit subscription' })
  await edit.getByRole('combobox', { name: 'Plan' }).fill('Pier')
  await page.getByRole('option', { name: 'Pier' }).click()
  await edit.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('cell', { name: 'Pier, monthly' }).waitFor()
  await page.getByRole('row', { name: /Pier, monthly/ }).hover()
  await page.getByRole('row', { name: /Pier, monthly/ }).getByRole('button', { name: 'Record as paid' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Record as paid' }).click()
  await page.getByRole('row', { name: /Pier, monthly.*Paid/ }).waitFor()
  const { items } = await site.host.superAdmin.get<{ items: { module_id: string; is_enabled: boolean }[] }>(`/api/v1/modules/organization/${tenant.id}`).expect(200)
  expect(items.filter((one) => one.is_enabled).map(({ module_id }) => module_id)).toEqual(['projects'])
  await go(`${TENANTS}/${tenant.id}/usage`)
  await page.getByText('1 of 2').waitFor()
  expect(await page.getByRole('meter', { name: 'Users' }).getAttribute('aria-valuemax')).toBe('2')
  expect(complaints).toEqual([])
})

test('a template says what it replaces, and replaces it', async () => {
  const tenant = await site.host.signUp('replaced')
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}/modules`)
  await page.getByRole('button', { name: 'Apply industry template' }).click()
  const dialog = page.getByRole('dialog', { name: 'Apply an industry’s template to replaced' })
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: 'Manufacturing' }).click()
  await dialog.getByText('it is there again when they are assigned again').waitFor()
  expect(await dialog.locator('dd').nth(2).textContent()).toBe('Customer Relationship Management')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Replace modules' }).click()
  await page.getByText(/applied to replaced/).waitFor()
  expect(await modulesOf(tenant.id)).toEqual(['hr', 'inventory', 'projects'])
  expect(complaints).toEqual([])
})

test('a configuration that is no JSON is told at its field; a right one is kept', async () => {
  const tenant = await site.host.signUp('configured')
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}/modules`)
  await page.getByRole('button', { name: 'Actions for Project Management' }).click()
  await page.getByRole('menuitem', { name: 'Configuration' }).click()
  const dialog = page.getByRole('dialog', { name: 'Configuration of Project Management for configured' })
  const save = dialog.getByRole('button', { name: 'Save configuration' })
  await dialog.getByLabel('JSON').fill('{ "depth": }')
  await save.click()
  await dialog.getByText(/Line 1, column \d+: this is no JSON/).waitFor()
  expect(await dialog.getByLabel('JSON').getAttribute('aria-invalid')).toBe('true')
  await dialog.getByLabel('JSON').fill(`{ "text": "${'a'.repeat(17_000)}" }`)
  await dialog.getByText(/at most 16 KB are kept/).waitFor()
  await dialog.getByLabel('JSON').fill('{ "depth": 3 }')
  await save.click()
  await page.getByText('Configuration of Project Management for configured saved').waitFor()
  const { items } = await site.host.superAdmin.get<{ items: { module_id: string; config: unknown }[] }>(`/api/v1/modules/organization/${tenant.id}`).expect(200)
  expect(items.find(({ module_id }) => module_id === 'projects')?.config).toEqual({ depth: 3 })
  expect(complaints).toEqual([])
})

test('several tenants get several modules at once', async () => {
  const [one, two] = [await site.host.signUp('bulk-one'), await site.host.signUp('bulk-two')]
  for (const { id } of [one, two]) for (const module of ['hr', 'crm']) await site.host.superAdmin.post(`/api/v1/modules/unassign/${id}/${module}`).expect(204)
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}?search=bulk-`)
  await page.getByRole('row', { name: /bulk-one/ }).getByRole('checkbox').check()
  await page.getByRole('row', { name: /bulk-two/ }).getByRole('checkbox').check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Assign modules' }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign modules to 2 tenants' })
  await dialog.getByRole('checkbox', { name: /Human Resources/ }).check()
  await dialog.getByRole('checkbox', { name: /Customer Relationship/ }).check()
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Assign 2 modules' }).click()
  await page.getByText('Modules assigned to 2 tenants').waitFor()
  for (const { id } of [one, two]) expect(await modulesOf(id)).toEqual(expect.arrayContaining(['crm', 'hr']))
  expect(complaints).toEqual([])
})

test('a trial is extended, all data is saved as a file, the tenant is deleted by its subdomain and restored', async () => {
  const tenant = await site.host.signUp('leaving')
  await tenant.admin.post('/api/v1/projects', { name: 'Last crane' }).expect(201)
  const { page, complaints, go } = await site.open(ROOT)
  await go(`${TENANTS}/${tenant.id}`)
  const more = async (item: string) => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const before = await site.host.superAdmin.get<{ trial_ends_at: string }>(`${ORGANIZATIONS}/${tenant.id}`).expect(200)
  await more('Extend trial')
  await page.getByLabel('More days').fill('0')
  await page.getByText('Write a whole number from 1 to 365.').waitFor()
  await page.getByLabel('More days').fill('10')
  await page.getByRole('dialog').getByRole('button', { name: 'Extend trial' }).click()
  await page.getByText(/Trial of leaving runs until/).waitFor()
  const after = await site.host.superAdmin.get<{ trial_ends_at: string }>(`${ORGANIZATIONS}/${tenant.id}`).expect(200)
  expect(Date.parse(after.trial_ends_at) - Date.parse(before.trial_ends_at)).toBe(10 * 86_400_000)
  await more('Export all data')
  const saved = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export all data' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('leaving.ndjson.gz')
  expect(gunzipSync(await readFile(await download.path())).toString()).toContain('Last crane')
  await page.getByRole('button', { name: 'Download file' }).waitFor()
  expect(await findings(page)).toEqual([])
  await more('Delete tenant')
  const dialog = page.getByRole('dialog', { name: 'Delete leaving?' })
  await dialog.getByText('It can be restored for 30 days.').waitFor()
  await dialog.getByLabel('Type leaving to confirm').fill('leaving')
  await dialog.getByRole('button', { name: 'Delete tenant' }).click()
  await page.getByText('Nobody can sign in.').waitFor()
  expect((await tenant.admin.get('/api/v1/projects')).status).toBe(403)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Restore tenant' }).click()
  await page.getByText('leaving restored').waitFor()
  expect((await tenant.admin.get('/api/v1/projects')).status).toBe(200)
  expect(complaints).toEqual([])
})

test('the pages of a tenant are usable on a phone, in the dark and in German', async () => {
  const { id } = site.host.acme
  const problems = await problemsOnPhone(await site.open(ROOT, PHONE), [
    [`${TENANTS}/${id}/subscription`, 'Kein Plan gewählt'],
    [`${TENANTS}/${id}/users`, 'owner@acme.example'],
    [`${TENANTS}/${id}/usage`, 'Grenzen des Plans'],
    [`${TENANTS}/analytics`, 'Mandanten nach Branche'],
  ])
  expect(problems).toEqual([])
})
