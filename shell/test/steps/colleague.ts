import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { entries, go, sidebar, signIn, titled } from '../support/shell.js'
import type { World } from '../support/world.js'
import { at, COLLEAGUE, COMPANY, MODULES, type Story } from './story.js'

/** Step 2, its second half: the owner invites a colleague. Gives the link to hand on, as the page copied it. */
export async function invite({ owner: page }: Story): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await go(page, 'Users and teams')
  await page.getByRole('button', { name: 'Invite a colleague' }).click()
  const form = page.getByRole('dialog', { name: 'Invite a colleague' })
  await form.getByLabel('E-mail').fill(COLLEAGUE.email)
  await form.getByRole('button', { name: 'Create invitation' }).click()
  const made = page.getByRole('dialog', { name: `The invitation for ${COLLEAGUE.email} is ready` })
  const shown = await made.getByLabel('Link to hand on').inputValue()
  await made.getByRole('button', { name: 'Copy link' }).last().click()
  await made.getByRole('button', { name: 'Link copied' }).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toBe(shown)
  await made.getByRole('button', { name: 'Close' }).click()
  return link
}

/** The colleague opens the link in a browser of their own, chooses a password and is in; signs out, and in again. */
export async function accept(world: World, link: string): Promise<Page> {
  const page = await world.person()
  await page.goto(link)
  await titled(page, `Join ${COMPANY.name}`)
  await page.getByText('You were invited as an employee').waitFor()
  await page.getByLabel('First name').fill(COLLEAGUE.first)
  await page.getByLabel('Last name').fill(COLLEAGUE.last)
  await page.getByLabel('Password', { exact: true }).fill(COLLEAGUE.password)
  await page.getByRole('button', { name: 'Join' }).click()
  await titled(page, 'Dashboard')
  await page.getByRole('button', { name: `Account of ${COLLEAGUE.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await titled(page, `Sign in to ${COMPANY.name}`)
  await signIn(page, COLLEAGUE)
  await page.goto(link)
  await titled(page, 'This invitation is closed')
  return page
}

/** What an employee may: work in the modules and set what is their own, not what counts for all. */
export async function seeAsEmployee(world: World, page: Page): Promise<void> {
  await page.goto(at(world, '/tenant-admin'))
  await titled(page, 'Dashboard')
  expect(await entries(page)).toEqual(['Dashboard', ...MODULES.filter((name) => name !== 'Finance'), 'Users and teams', 'Settings'])
  await go(page, 'Users and teams')
  await page.getByRole('table').getByText(COLLEAGUE.email).waitFor()
  expect(await page.getByRole('button', { name: 'Invite a colleague' }).count()).toBe(0)
  await go(page, 'Settings')
  await titled(page, 'Profile')
  const parts = page.getByRole('navigation', { name: 'Settings' })
  expect(await parts.getByRole('link').allTextContents()).toEqual(['Profile', 'Security', 'Appearance'])
  await page.goto(at(world, '/tenant-admin/settings/organization'))
  await page.getByText('Only administrators change what counts for the whole organization.').waitFor()
  await sidebar(page).waitFor()
}
