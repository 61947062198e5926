import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { carry, columns, drag, moved, openCard } from '../support/board.js'
import { holding, scriptsOf } from '../support/scripts.js'
import { choose, chooseTab, go, makeFirst, pick, titled } from '../support/shell.js'
import { PATIENT } from '../support/world.js'
import { at, COLLEAGUE, type Story } from './story.js'

export const PROJECT = 'Harbour crane retrofit'
const MODULE = /^\/modules\/projects\/[^/]+\/ui\//
const API = '/api/v1/projects'

/** Step 3: Projects is mounted from its package; no code of it stands in the shell or in what is shared. */
export async function mountProjects({ world, owner: page }: Story): Promise<void> {
  const scripts = scriptsOf(page)
  await page.goto(at(world))
  await titled(page, 'Dashboard')
  await go(page, 'Projects')
  await titled(page, 'Projects')
  const ofModule = [...scripts].filter((path) => MODULE.test(path))
  const ofShell = [...scripts].filter((path) => /^\/(shell|shared)\//.test(path))
  expect(ofModule).toContainEqual(expect.stringMatching(/\/ui\/index\.js$/))
  expect(ofShell).not.toEqual([])
  expect(await holding(page, ofModule, API)).not.toEqual([])
  expect(await holding(page, ofShell, API)).toEqual([])
}

/** Step 4: a project with a member. */
export async function makeProject({ owner: page }: Story): Promise<void> {
  await makeFirst(page, 'No projects yet', 'New project')
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill(PROJECT)
  await form.getByLabel('Code').fill('HCR')
  await form.getByRole('button', { name: 'New project' }).click()
  await titled(page, PROJECT)
  await chooseTab(page, 'Members')
  await makeFirst(page, 'No members yet', 'Add member')
  await pick(form, 'Person', COLLEAGUE.name)
  await choose(form, 'Role', 'Lead')
  await form.getByRole('button', { name: 'Add member' }).click()
  await page.getByRole('row').filter({ hasText: COLLEAGUE.name }).filter({ hasText: 'Lead' }).waitFor()
}

/** Step 4: tasks, one of them divided and commented on. */
export async function makeTasks({ owner: page }: Story): Promise<void> {
  await chooseTab(page, 'Board')
  const form = page.getByRole('dialog')
  for (const [title, priority] of [['Order gearbox', 'High'], ['Check welds', 'Low'], ['Draw mounts', 'High']] as const) {
    await page.getByRole('button', { name: 'Add to Backlog' }).click()
    await form.getByLabel('Title').fill(title)
    await choose(form, 'Priority', priority)
    await form.getByRole('button', { name: 'New task' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  await expect.poll(async () => (await columns(page)).Backlog?.toSorted(), PATIENT).toEqual(['Check welds', 'Draw mounts', 'Order gearbox'])
  await openCard(page, 'Order gearbox')
  const panel = page.getByRole('complementary', { name: 'Order gearbox' })
  await addSubtask(panel)
  await panel.getByLabel('Write a comment').fill('The supplier needs nine weeks.')
  await page.keyboard.press('Control+Enter')
  await panel.getByRole('listitem').filter({ hasText: 'The supplier needs nine weeks.' }).waitFor()
  await panel.getByRole('button', { name: 'Close' }).click()
  await panel.waitFor({ state: 'hidden' })
}

async function addSubtask(panel: Locator): Promise<void> {
  await panel.getByLabel('Add a subtask').fill('Ask for three offers')
  await panel.page().keyboard.press('Enter')
  await panel.getByRole('checkbox', { name: 'Mark “Ask for three offers” as done' }).click()
  await panel.getByRole('checkbox', { name: 'Reopen “Ask for three offers”' }).waitFor()
}

/** Step 4: the board by mouse and by keyboard; what was moved is still there after a reload. */
export async function workBoard({ owner: page }: Story): Promise<void> {
  await drag(page, 'Order gearbox', 'In progress')
  await expect.poll(() => columns(page), PATIENT).toMatchObject({ 'In progress': ['Order gearbox'] })
  await carry(page, 'Check welds', ['ArrowRight'])
  await expect.poll(() => columns(page), PATIENT).toMatchObject({ Backlog: ['Draw mounts'], Open: ['Check welds'] })
  await moved(page, 'Check welds', 'Open')
  await page.reload()
  await expect.poll(() => columns(page), PATIENT).toMatchObject(BOARD)
}

/** What the board shows from then on. The subtask is done. */
export const BOARD = { Backlog: ['Draw mounts'], Open: ['Check welds'], 'In progress': ['Order gearbox'] }

/** Step 4: the list, filtered and sorted. */
export async function workList({ owner: page }: Story): Promise<void> {
  const titles = () => page.locator('tbody tr [data-row-focus]').allTextContents()
  await chooseTab(page, 'List')
  await expect.poll(async () => (await titles()).length, PATIENT).toBe(4)
  await page.getByRole('button', { name: 'Filter' }).click()
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByRole('button', { name: 'Priority' }).click()
  await filter.getByLabel('High').click()
  await page.getByRole('button', { name: 'Priority is High' }).waitFor()
  await page.getByRole('button', { name: 'Title' }).click()
  await expect.poll(titles, PATIENT).toEqual(['Draw mounts', 'Order gearbox'])
  await page.getByRole('button', { name: 'Title' }).click()
  await expect.poll(titles, PATIENT).toEqual(['Order gearbox', 'Draw mounts'])
}
