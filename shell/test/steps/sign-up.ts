import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { entries, signIn, titled } from '../support/shell.js'
import type { World } from '../support/world.js'
import { at, COMPANY, MODULES, OWNER, TAKEN } from './story.js'

/** Step 1: a company signs up; the address is checked while it is typed, the industry shows its modules. */
export async function signUp(world: World): Promise<Page> {
  const page = await world.person()
  await page.goto(world.host.url(''))
  await titled(page, 'Create your company')
  await page.getByLabel('Business name').fill(COMPANY.name)
  await chooseAddress(page, world)
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Work email').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await chooseIndustry(page)
  await page.getByRole('button', { name: 'Create company' }).first().click()
  await titled(page, `${COMPANY.name} is ready`)
  await page.getByText('4 modules are set up').waitFor()
  await page.getByRole('link', { name: 'Go to sign-in' }).click()
  await page.waitForURL(at(world, '/sign-in'))
  return page
}

async function chooseAddress(page: Page, { host }: World): Promise<void> {
  const address = page.getByRole('textbox', { name: 'Address', exact: true })
  await address.fill(TAKEN)
  await page.getByText(`${TAKEN}.localhost:${host.port} is taken`).waitFor()
  await address.fill(COMPANY.subdomain)
  await page.getByText(`${COMPANY.subdomain}.localhost:${host.port} is free`).waitFor()
}

async function chooseIndustry(page: Page): Promise<void> {
  const preview = page.getByRole('heading', { name: 'Set up for Technology' }).locator('xpath=ancestor::section')
  await page.getByRole('radio', { name: 'Technology' }).check({ force: true })
  await preview.getByRole('listitem').first().waitFor()
  expect(await preview.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^Project Management.*Included$/),
    expect.stringMatching(/^Customer Relationship Management.*Included$/),
    expect.stringMatching(/^Human Resources.*Included$/),
    expect.stringMatching(/^Finance and Accounting.*Included$/),
    expect.stringMatching(/^Inventory Management.*Can be added$/),
  ])
}

/** Step 2, its first half: the owner signs in and sees what every tenant has, and the modules that are enabled. */
export async function signInAsOwner(page: Page): Promise<void> {
  await titled(page, `Sign in to ${COMPANY.name}`)
  await signIn(page, OWNER)
  await titled(page, 'Dashboard')
  await expect.poll(() => entries(page)).toEqual(['Dashboard', ...MODULES, 'Users and teams', 'Audit trail', 'Settings'])
}
