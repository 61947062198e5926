import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, go, titled } from '../support/shell.js'
import { PATIENT } from '../support/world.js'
import { CLIENT } from './crm.js'
import type { Story } from './story.js'

/** The customers of a company beside the checkout, where there are some. */
export const NORTHWIND = path.resolve(import.meta.dirname, '../../../../shared/data/northwind/customers.csv')

const LINES = [
  'Partner,Town,Mail,Note',
  '"Ärzte & Söhne",Köln,,+49 221',
  ',Bonn,,',
  'Kiel Marine,Kiel,nobody,',
  'Last in line,,last@example.com,=1+1',
]

/** Step 5: a file whose columns are mapped; the dry run names its bad rows and saves nothing, the rest comes in when asked. */
export async function importCustomers({ owner: page }: Story): Promise<void> {
  await dryRun(page)
  await go(page, 'CRM')
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Leave' }).click()
  await expect.poll(() => companies(page), PATIENT).toEqual([CLIENT])
  await dryRun(page)
  await page.getByRole('button', { name: 'Import 2 companies, leave out 2 rows' }).click()
  await page.getByText('2 companies imported').waitFor()
  await page.getByRole('link', { name: 'See companies' }).click()
  await titled(page, 'Companies')
  await expect.poll(async () => (await companies(page)).toSorted(), PATIENT).toEqual([CLIENT, 'Last in line', 'Ärzte & Söhne'])
}

async function dryRun(page: Page): Promise<void> {
  await openFile(page, { name: 'customers.csv', buffer: Buffer.from(LINES.join('\r\n')) })
  const main = page.getByRole('main')
  await main.getByText('Choose a column for: Name.').waitFor()
  expect(await main.getByRole('button', { name: 'Check the file' }).isDisabled()).toBe(true)
  await choose(main, 'Where Partner goes', 'Name')
  await main.getByRole('button', { name: 'Check the file' }).click()
  await expect.poll(() => wrongRows(page), PATIENT).toEqual([
    ['3', 'Partner', 'A company needs a name.'],
    ['4', 'Mail', '“nobody” is not a valid e-mail address.'],
  ])
}

/** Step 5: the customers of a real company; the columns' names say where they go. */
export async function importNorthwind({ owner: page }: Story): Promise<void> {
  await openFile(page, { name: 'customers.csv', buffer: await readFile(NORTHWIND) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import 91 companies' }).click()
  await page.getByText('91 companies imported').waitFor()
  await page.getByRole('link', { name: 'See companies' }).click()
  await page.getByRole('button', { name: 'Search this list' }).click()
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('Antonio Moreno')
  await expect.poll(() => companies(page), PATIENT).toEqual(['Antonio Moreno Taquería'])
}

async function openFile(page: Page, file: { name: string; buffer: Buffer }): Promise<void> {
  await go(page, 'CRM')
  await titled(page, 'Companies')
  await page.getByRole('link', { name: 'Import' }).first().click()
  await titled(page, 'Import companies')
  await page.setInputFiles('input[type=file]', { ...file, mimeType: 'text/csv' })
}

/** Names of the companies that the list shows. */
const companies = (page: Page): Promise<string[]> => page.locator('tbody tr [data-row-focus]').allTextContents()

/** Lines, columns and reasons of the rows that would not come in. */
const wrongRows = (page: Page): Promise<string[][]> =>
  page
    .getByRole('table', { name: 'Wrong rows' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
