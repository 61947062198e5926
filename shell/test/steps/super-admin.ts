import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { columns } from '../support/board.js'
import { ADMIN } from '../support/host-process.js'
import { chooseTab, entries, go, signIn, titled } from '../support/shell.js'
import { PATIENT, type World } from '../support/world.js'
import { PIPELINE } from './crm.js'
import { COMPANY, MODULES, type Story } from './story.js'

const CRM = 'Customer Relationship Management'
/** Milliseconds until a switch shows in the open pages of the tenant. */
const BOUND = 1000

/** Step 6: the super admin's page of the company's modules. */
export async function openModules(world: World): Promise<Page> {
  const page = await world.person()
  await page.goto(world.host.url('admin'))
  await signIn(page, ADMIN)
  await go(page, 'Tenants')
  await titled(page, 'Tenants')
  await page.getByRole('link', { name: COMPANY.name }).click()
  await titled(page, COMPANY.name)
  await chooseTab(page, 'Modules')
  await page.getByRole('switch', { name: CRM }).waitFor()
  return page
}

/** Step 6: CRM is switched off and on; the owner's open page follows within a second, without being loaded again. */
export async function switchCrm({ owner }: Story, admin: Page): Promise<void> {
  await go(owner, 'Deals')
  await expect.poll(() => columns(owner), PATIENT).toMatchObject(PIPELINE)
  await owner.evaluate(() => Object.assign(globalThis, { untouched: true }))
  expect(await delayOf(owner, admin, false)).toBeLessThan(BOUND)
  expect(await entries(owner)).toEqual(['Dashboard', ...MODULES.filter((name) => name !== 'CRM'), 'Users and teams', 'Audit trail', 'Settings'])
  await owner.getByText('CRM is switched off').waitFor()
  expect(await delayOf(owner, admin, true)).toBeLessThan(BOUND)
  expect(await entries(owner)).toEqual(['Dashboard', ...MODULES, 'Users and teams', 'Audit trail', 'Settings'])
  await expect.poll(() => columns(owner), PATIENT).toMatchObject(PIPELINE)
  expect(await owner.evaluate(() => 'untouched' in globalThis)).toBe(true)
}

/** Presses the switch of CRM; milliseconds until the owner's navigation shows it. */
async function delayOf(owner: Page, admin: Page, on: boolean): Promise<number> {
  const seen = momentOf(owner, 'CRM', on)
  const control = admin.getByRole('switch', { name: CRM })
  const pressed = await control.evaluate((input) => {
    ;(input as HTMLInputElement).click()
    return Date.now()
  })
  const delay = (await seen) - pressed
  await expect.poll(() => control.isChecked()).toBe(on)
  return delay
}

/** The moment at which an entry appears in the navigation of a page, or disappears from it. */
const momentOf = (page: Page, name: string, there: boolean): Promise<number> =>
  page.evaluate(
    ([entry, expected]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const links = [...document.querySelectorAll('nav[aria-label="Main"] a')]
          if (links.some(({ textContent }) => textContent === entry) !== expected) return
          observer.disconnect()
          resolve(Date.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true })
        look()
      }),
    [name, there] as const,
  )
