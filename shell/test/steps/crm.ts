import { expect } from 'vitest'
import { carry, columns, drag, moved } from '../support/board.js'
import { go, makeFirst, pick, titled } from '../support/shell.js'
import { PATIENT } from '../support/world.js'
import type { Story } from './story.js'

export const CLIENT = 'Baltic Ferries'
const DEAL = 'Two hull repairs'

/** Step 5: a company and whom to talk to there. */
export async function makeCompany({ owner: page }: Story): Promise<void> {
  await go(page, 'CRM')
  await titled(page, 'Companies')
  await makeFirst(page, 'No companies yet', 'New company')
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill(CLIENT)
  await form.getByLabel('City').fill('Gdańsk')
  await form.getByRole('button', { name: 'New company' }).click()
  await titled(page, CLIENT)
  await go(page, 'Contacts')
  await titled(page, 'Contacts')
  await makeFirst(page, 'No contacts yet', 'New contact')
  await form.getByLabel('First name').fill('Marek')
  await form.getByLabel('Last name').fill('Nowak')
  await pick(form, 'Company', CLIENT)
  await form.getByRole('button', { name: 'New contact' }).click()
  await page.getByRole('row').filter({ hasText: 'Marek Nowak' }).filter({ hasText: CLIENT }).waitFor()
}

/** Step 5: a deal goes through the pipeline, by mouse and, before that is saved, on by keyboard. */
export async function workPipeline({ owner: page }: Story): Promise<void> {
  await go(page, 'Deals')
  await titled(page, 'Deals')
  await page.getByRole('button', { name: 'New deal' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill(DEAL)
  await pick(form, 'Company', CLIENT)
  await form.getByLabel('Amount').fill('412000.50')
  await form.getByRole('button', { name: 'New deal' }).click()
  await expect.poll(() => columns(page), PATIENT).toMatchObject({ New: [DEAL] })
  await drag(page, DEAL, 'Qualified')
  await expect.poll(() => columns(page), PATIENT).toMatchObject({ New: [], Qualified: [DEAL] })
  await carry(page, DEAL, ['ArrowRight'])
  await expect.poll(() => columns(page), PATIENT).toMatchObject(PIPELINE)
  await moved(page, DEAL, 'Proposal')
  await page.reload()
  await expect.poll(() => columns(page), PATIENT).toMatchObject(PIPELINE)
}

/** What the pipeline shows from then on. */
export const PIPELINE = { New: [], Qualified: [], Proposal: [DEAL] }
