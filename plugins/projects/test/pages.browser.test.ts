import { expect, test } from 'vitest'
import type { Listed } from '@innoerp/sdk/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn } from '@innoerp/sdk/testing/browser'
import type { Project } from '../src/shared/project.js'
import type { Task } from '../src/shared/task.js'
import { columns } from './browser.js'
import { columnOf, makeProject, makeTask, P, projectsHost, readTask } from './host.js'

const host = projectsHost()
const browser = oneBrowser()
const PAGES = '/tenant-admin/projects'

test('a project is made in a form, filled from its board, deleted and brought back', async () => {
  const tenant = await host.current.signUp('maker')
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant })
  await open(PAGES)
  await page.locator('[data-state=empty]').waitFor() // until then the button stands in the head, afterwards in the middle
  await page.getByRole('button', { name: 'New project' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Harbour crane retrofit')
  await dialog.getByLabel('Code').fill('HCR')
  await dialog.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('heading', { level: 1, name: 'Harbour crane retrofit' }).waitFor()
  await page.getByRole('button', { name: 'Add to Open' }).click()
  await dialog.getByLabel('Title').fill('Order gearbox')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'New task' }).click()
  await expect.poll(() => columns(page)).toMatchObject({ Backlog: [], Open: ['Order gearbox'] })
  await page.getByText('HCR-1', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete project' }).click()
  await page.getByText('No projects yet').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Harbour crane retrofit' }).waitFor()
  expect(complaints).toEqual([])
})

test('cards go from column to column by dragging and by keyboard, and stay there', async () => {
  const { acme } = host.current
  const project = await makeProject(acme.admin)
  const [gearbox, drawings] = [await makeTask(acme.admin, project.id, { title: 'Gearbox' }), await makeTask(acme.admin, project.id, { title: 'Drawings' })]
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant: acme })
  await open(`${PAGES}/${project.id}`)
  await page.locator('[data-card]').nth(1).waitFor()
  await page.locator(`[data-card="${gearbox.id}"][draggable=true]`).dragTo(page.locator('.io-lane').nth(2))
  await expect.poll(() => columns(page)).toMatchObject({ Backlog: ['Drawings'], 'In progress': ['Gearbox'] })
  await page.locator(`[data-card="${drawings.id}"] [data-card-focus]`).focus()
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Space']) await page.keyboard.press(key)
  await expect.poll(() => columns(page)).toMatchObject({ Backlog: [], 'In progress': ['Drawings', 'Gearbox'] })
  await expect.poll(() => columnOf(acme.admin, project.id, 'in_progress')).toEqual(['Drawings', 'Gearbox'])
  await page.reload()
  await page.locator('[data-card]').nth(1).waitFor()
  await expect.poll(() => columns(page)).toMatchObject({ Backlog: [], 'In progress': ['Drawings', 'Gearbox'] })
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a task is opened beside the board, divided, talked about and changed in place', async () => {
  const { acme } = host.current
  const project = await makeProject(acme.admin, { code: 'OPEN' })
  const task = await makeTask(acme.admin, project.id, { title: 'Stress calculation' })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant: acme })
  await open(`${PAGES}/${project.id}`)
  await page.locator(`[data-card="${task.id}"]`).click()
  const panel = page.getByRole('complementary', { name: 'Stress calculation' })
  await panel.getByLabel('Add a subtask').fill('Measure plates')
  await page.keyboard.press('Enter')
  await panel.getByRole('link', { name: 'Measure plates' }).waitFor()
  await panel.getByRole('checkbox', { name: 'Mark “Measure plates” as done' }).click()
  await panel.getByRole('checkbox', { name: 'Reopen “Measure plates”' }).waitFor()
  await panel.getByLabel('Write a comment').fill('Plates 4 and 5 are thinner.')
  await page.keyboard.press('Control+Enter')
  await panel.getByRole('list', { name: 'Comments' }).getByText('Plates 4 and 5 are thinner.').waitFor()
  await panel.getByRole('button', { name: 'Edit Due' }).click()
  // The organization writes the day first; the browser is American.
  await panel.getByRole('textbox', { name: 'Due' }).fill('24/12/2026')
  await page.keyboard.press('Enter')
  await expect.poll(() => readTask(acme.admin, task.id)).toMatchObject({ due_date: '2026-12-24', subtask_done_count: 1, comment_count: 1 })
  expect(await findings(page)).toEqual([])
  await panel.getByRole('link', { name: 'Open page' }).click()
  await page.getByRole('heading', { level: 1, name: 'Stress calculation' }).waitFor()
  await page.getByRole('button', { name: 'Mark done' }).click()
  await expect.poll(async () => (await readTask(acme.admin, task.id)).state).toBe('done')
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('the list filters, sorts, and deletes many at once, which Undo takes back', async () => {
  const { acme } = host.current
  const project = await makeProject(acme.admin)
  for (const title of ['Cedar', 'Apple', 'Birch']) await makeTask(acme.admin, project.id, { title, priority: title === 'Birch' ? 'low' : 'high' })
  const { page, complaints, open } = await signedIn(browser.current, { host: host.current, tenant: acme })
  await open(`${PAGES}/${project.id}?tab=list&f.priority=high&sort=title`)
  const titles = () => page.locator('tbody tr [data-row-focus]').allTextContents()
  await expect.poll(titles).toEqual(['Apple', 'Cedar'])
  await page.getByRole('button', { name: 'Title' }).click()
  await expect.poll(titles).toEqual(['Cedar', 'Apple'])
  expect(await findings(page)).toEqual([])
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click()
  await page.getByRole('button', { name: 'Delete task' }).click()
  await page.getByText('2 tasks deleted').waitFor()
  const left = async () => (await acme.admin.get<Listed<Task>>(`${P}/${project.id}/tasks?sort=title`)).body.items.map((task) => task.title)
  await expect.poll(left).toEqual(['Birch'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(left).toEqual(['Apple', 'Birch', 'Cedar'])
  expect(complaints).toEqual([])
})

test('two people never overwrite each other unseen', async () => {
  const { acme } = host.current
  const project = await makeProject(acme.admin, { name: 'Shared' })
  const { page, open } = await signedIn(browser.current, { host: host.current, tenant: acme })
  await open(`${PAGES}/${project.id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit project' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Mine')
  await acme.admin.patch(`${P}/${project.id}`, { name: 'Theirs' }).expect(200)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Theirs').first().waitFor()
  expect(await acme.admin.get<Project>(`${P}/${project.id}`).expect(200)).toMatchObject({ name: 'Theirs', version: 2 })
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { globex } = host.current
  const project = await makeProject(globex.admin, { name: 'Hafenkranmodernisierung', code: 'HKM', end_date: '2027-01-30', budget: '184000' })
  const task = await makeTask(globex.admin, project.id, { title: 'Schweißnahtprüfung', due_date: '2026-01-01', assignee_id: globex.adminId })
  await globex.admin.post(`${P}/${project.id}/members`, { user_id: globex.adminId, role: 'lead' }).expect(201)
  const watched = await signedIn(browser.current, { host: host.current, tenant: globex, options: PHONE })
  const pages = [['', 'Hafenkranmodernisierung'], [`/${project.id}`, 'Schweißnahtprüfung'], [`/${project.id}?tab=list`, 'Schweißnahtprüfung'], [`/${project.id}?tab=members`, 'Leitung'], [`/${project.id}/tasks/${task.id}`, 'Teilaufgaben']] as const
  expect(await problemsOnPhone(watched, pages.map(([path, text]) => [PAGES + path, text]))).toEqual([])
  await watched.open(`${PAGES}/${project.id}?open=${task.id}`)
  await watched.page.getByText('Zuständig').first().waitFor()
  expect(await findings(watched.page)).toEqual([])
})
