import type { Listed } from '@innoerp/sdk/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn } from '@innoerp/sdk/testing/browser'
import { expect, test } from 'vitest'
import type { Employee } from '../src/shared/employee.js'
import { HR, hrHost, makeDepartment, makeEmployee } from './host.js'

const host = hrHost()
const browser = oneBrowser()
const PAGES = '/tenant-admin/hr'

test('an employee is made in a form, found beside the list, changed in place, deleted and brought back', async () => {
  const tenant = await host.current.signUp('people')
  await makeDepartment(tenant.admin, { name: 'Welding' })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(PAGES)
  await page.locator('[data-state=empty]').waitFor() // until then the button stands in the head, afterwards in the middle
  await page.getByRole('button', { name: 'New employee' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First name').fill('Leyla')
  await dialog.getByLabel('Last name').fill('Yıldız')
  await dialog.getByLabel('Number').fill('1042')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'New employee' }).click()
  await page.getByRole('heading', { level: 1, name: 'Leyla Yıldız' }).waitFor()
  const { items: [made] } = await tenant.admin.get<Listed<Employee>>(`${HR}/employees`).expect(200)
  await makeEmployee(tenant.admin, { first_name: 'Jonas', last_name: 'Petersen', manager_id: made?.id ?? null })
  await open(`${PAGES}?open=${made?.id}`)
  const panel = page.getByRole('complementary', { name: 'Leyla Yıldız' })
  await panel.getByText('Jonas Petersen').waitFor()
  expect(await findings(page)).toEqual([])
  await panel.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete employee' }).click()
  await page.getByText('People report to this employee').waitFor()
  await tenant.admin.patch(`${HR}/employees/${(await tenant.admin.get<Listed<Employee>>(`${HR}/employees?search=petersen`).expect(200)).items[0]?.id}`, { manager_id: null }).expect(200)
  await panel.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete employee' }).click()
  await page.getByText('“Leyla Yıldız” deleted').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('link', { name: 'Leyla Yıldız' }).waitFor()
  expect(complaints).toEqual([])
})

test('the organization chart is read and folded with the keyboard', async () => {
  const tenant = await host.current.signUp('chart')
  const boss = await makeEmployee(tenant.admin, { last_name: 'Thomsen' })
  const lead = await makeEmployee(tenant.admin, { last_name: 'Brandt', manager_id: boss.id })
  const foreman = await makeEmployee(tenant.admin, { last_name: 'Kowalczyk', manager_id: lead.id })
  await makeEmployee(tenant.admin, { last_name: 'Petersen', manager_id: foreman.id })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/org-chart`)
  await page.getByRole('link', { name: 'Kowalczyk' }).waitFor()
  expect(await page.getByRole('link', { name: 'Petersen' }).count()).toBe(0)
  const fold = page.getByRole('button', { name: 'People of Kowalczyk' })
  await fold.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Petersen' }).waitFor()
  expect(await fold.getAttribute('aria-expanded')).toBe('true')
  expect(await page.getByRole('list').filter({ has: page.getByRole('link', { name: 'Petersen' }) }).count()).toBe(4)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Fold all' }).click()
  expect(await page.getByRole('link', { name: 'Brandt' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a file of employees is checked, and what is right is imported', async () => {
  const tenant = await host.current.signUp('wizard')
  await makeDepartment(tenant.admin, { name: 'Assembly', code: 'ASM' })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(`${PAGES}/import`)
  const file = 'Personalnummer;Vorname;Nachname;Abteilung\r\n1;Anna;Berg;ASM\r\n2;Otto;;ASM\r\n3;Ida;Conrad;NOPE\r\n'
  await page.setInputFiles('input[type=file]', { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('There is no department with the code “NOPE”.').waitFor()
  await page.getByText('An employee needs a last name.').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 1 employee' }).click()
  await page.getByRole('link', { name: 'See employees' }).click()
  await page.getByRole('link', { name: 'Anna Berg' }).waitFor()
  expect(complaints).toEqual([])
})

test('the dashboard shows how many work where', async () => {
  const tenant = await host.current.signUp('heads')
  const welding = await makeDepartment(tenant.admin, { name: 'Welding' })
  for (const department_id of [welding.id, welding.id, null]) await makeEmployee(tenant.admin, { department_id })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open('/tenant-admin')
  await page.getByRole('heading', { name: 'Headcount' }).waitFor()
  await page.getByText('3 employees').waitFor()
  expect(await page.getByRole('meter', { name: 'Welding' }).getAttribute('aria-valuenow')).toBe('2')
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { admin } = host.current.acme
  const department = await makeDepartment(admin, { name: 'Qualitätssicherung und Fertigungsüberwachung' })
  const lead = await makeEmployee(admin, { first_name: 'Annegret', last_name: 'Schwarzenberger-Lindqvist', department_id: department.id })
  const { id } = await makeEmployee(admin, { last_name: 'Haberkorn', department_id: department.id, manager_id: lead.id })
  const watched = await signedIn(browser.current, { host: host.current, tenant: host.current.acme, options: PHONE })
  const pages = [
    ['', 'Haberkorn'], [`/employees/${id}`, 'Berichtet an'], ['/departments', 'Qualitätssicherung'], [`/departments/${department.id}`, 'Haberkorn'],
    ['/org-chart', 'Haberkorn'], ['/import', 'Mitarbeitende importieren'],
  ] as const
  expect(await problemsOnPhone(watched, pages.map(([path, text]) => [PAGES + path, text]))).toEqual([])
})
