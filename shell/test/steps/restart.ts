import { expect } from 'vitest'
import { columns } from '../support/board.js'
import { chooseTab, entries, go, titled } from '../support/shell.js'
import { PATIENT } from '../support/world.js'
import { PIPELINE } from './crm.js'
import { BOARD, PROJECT } from './projects.js'
import { at, COLLEAGUE, MODULES, type Story } from './story.js'

/** Step 7: what was made before the host was stopped is there, and the owner is still signed in. */
export async function findEverything({ world, owner: page }: Story): Promise<void> {
  await page.goto(at(world))
  await titled(page, 'Dashboard')
  await expect.poll(() => entries(page), PATIENT).toEqual(['Dashboard', ...MODULES, 'Users and teams', 'Audit trail', 'Settings'])
  await go(page, 'Users and teams')
  await page.getByRole('table').getByText(COLLEAGUE.email).waitFor()
  await go(page, 'Projects')
  await page.getByRole('link', { name: PROJECT }).click()
  await expect.poll(() => columns(page), PATIENT).toMatchObject(BOARD)
  await chooseTab(page, 'Members')
  await page.getByRole('row').filter({ hasText: COLLEAGUE.name }).filter({ hasText: 'Lead' }).waitFor()
  await go(page, 'CRM')
  await page.getByRole('link', { name: 'Ärzte & Söhne' }).waitFor()
  await go(page, 'Deals')
  await expect.poll(() => columns(page), PATIENT).toMatchObject(PIPELINE)
}
