import { expect, test } from 'vitest'
import type { Listed, TestClient } from '@innoerp/sdk/testing'
import { findings, oneBrowser, PHONE, problemsOnPhone, signedIn } from '@innoerp/sdk/testing/browser'
import type { Account } from '../src/shared/account.js'
import type { Entry, EntryDocument } from '../src/shared/entry.js'
import { applyTemplate, draft, FINANCE, financeHost, openBooks, posted, sale } from './host.js'

const host = financeHost()
const browser = oneBrowser()
const PAGES = '/tenant-admin/finance'
const entriesOf = async (client: TestClient) => (await client.get<Listed<Entry>>(`${FINANCE}/entries`).expect(200)).items
const signIn = async (name: string) => {
  const tenant = await host.current.signUp(name)
  return { ...(await signedIn(browser.current, { host: host.current, tenant })), admin: tenant.admin }
}

test('an empty chart takes the template; an account is made in a form, changed in place, deleted and brought back', async () => {
  const { page, complaints, open } = await signIn('charts')
  await open(`${PAGES}/accounts`)
  await page.getByRole('button', { name: 'Use the general chart' }).click()
  await page.getByText('50 of 51 accounts').waitFor()
  await page.getByRole('button', { name: 'New account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Number').fill('1210')
  await dialog.getByLabel('Name').fill('Savings')
  await dialog.getByLabel('Type').click()
  await page.getByRole('option', { name: 'Asset' }).click()
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'New account' }).click()
  await page.getByRole('heading', { level: 1, name: '1210 Savings' }).waitFor()
  await page.getByRole('button', { name: 'Edit Name' }).click()
  await page.getByLabel('Name').fill('Deposit')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '1210 Deposit' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete account' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  expect(complaints).toEqual([])
})

test('an entry is written by keyboard, cannot be posted before it balances, and is posted and reversed', async () => {
  const { page, complaints, open, admin } = await signIn('writers')
  await applyTemplate(admin).expect(201)
  await open(`${PAGES}/entries/new`)
  await page.getByLabel('Description', { exact: false }).first().fill('Cash sale')
  const account = (line: number) => page.getByLabel(`Account, line ${line}`)
  await account(1).click()
  await page.keyboard.type('1100')
  await page.getByRole('option', { name: '1100 Cash on hand' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Debit, line 1').fill('1,190.5')
  const postIt = page.getByRole('button', { name: 'Save and post' })
  expect(await postIt.isDisabled()).toBe(true)
  await page.getByText('€1,190.50 credit is missing').waitFor()
  await page.getByLabel('Debit, line 1').press('Enter')
  await page.keyboard.type('4100')
  await page.getByRole('option', { name: '4100 Sales of goods' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Credit, line 2').fill('1000')
  await page.getByLabel('Credit, line 2').press('Enter')
  await page.keyboard.type('3400')
  await page.getByRole('option', { name: '3400 Output VAT' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByLabel('Credit, line 3').inputValue()).toBe('190.5')
  expect(await findings(page)).toEqual([])
  await postIt.click()
  await page.getByRole('heading', { level: 1, name: 'GEN-2026-0001' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Reverse entry' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reverse entry' }).click()
  await page.getByRole('heading', { level: 1, name: 'GEN-2026-0002' }).waitFor()
  expect((await entriesOf(admin)).map(({ state, total_debit }) => [state, total_debit])).toEqual(Array(2).fill(['posted', '1190.50']))
  expect(complaints).toEqual([])
})

test('a draft keeps what was written; what is wrong is said at its line, before and after it is sent', async () => {
  const { page, complaints, open, admin } = await signIn('drafts')
  const books = await openBooks(admin)
  const { id } = await draft(books, { description: 'Rent', lines: sale(books, '7').slice(0, 1) })
  await open(`${PAGES}/entries/${id}`)
  await page.getByText('€7.00 credit is missing').waitFor()
  expect(await page.getByRole('button', { name: 'Post entry' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit entry' }).click()
  await page.getByLabel('Debit, line 1').fill('a lot')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText('Write an amount').waitFor()
  await page.getByLabel('Debit, line 1').fill('8')
  await admin.patch<Account>(`${FINANCE}/accounts/${books.bank.id}`, { is_active: false }).expect(200)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText(`Account ${books.bank.number} is switched off.`, { exact: false }).waitFor()
  expect(await findings(page)).toEqual([])
  await admin.patch<Account>(`${FINANCE}/accounts/${books.bank.id}`, { is_active: true }).expect(200)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rent' }).waitFor()
  expect((await admin.get<EntryDocument>(`${FINANCE}/entries/${id}`)).body).toMatchObject({ total_debit: '8.00', state: 'draft' })
  expect(complaints).toEqual([])
})

test('the trial balance shows a period and saves it as a file', async () => {
  const { page, complaints, open, admin } = await signIn('balances')
  const books = await openBooks(admin)
  await posted(books, { date: '2026-01-10', lines: sale(books, '100') })
  await posted(books, { date: '2026-02-10', lines: sale(books, '23.50') })
  await open(`${PAGES}/trial-balance?period=2026-01-01..2026-01-31`)
  const total = () => page.locator('tfoot').innerText()
  await expect.poll(total).toMatch(/100\.00\s+100\.00/)
  await page.getByLabel('To', { exact: true }).fill('2026-02-28')
  await expect.poll(total).toMatch(/123\.50\s+123\.50/)
  expect(await findings(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()])
  expect(file.suggestedFilename()).toBe('Trial balance 2026-01-01 2026-02-28.csv')
  await page.getByRole('link', { name: `${books.bank.number} Bank` }).click()
  await page.getByText('123.50').first().waitFor()
  expect(complaints).toEqual([])
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { globex } = host.current
  const books = await openBooks(globex.admin)
  const done = await posted(books, { description: 'Barverkauf' })
  const open = await draft(books, { description: 'Rückstellung', lines: sale(books, '5').slice(1) })
  const watched = await signedIn(browser.current, { host: host.current, tenant: globex, options: PHONE })
  const pages = [
    ['', 'Barverkauf'],
    [`/entries/${done.id}`, 'Stornieren'],
    [`/entries/${open.id}`, 'Im Soll fehlen'],
    [`/entries/${open.id}/edit`, 'Entwurf speichern'],
    ['/entries/new', 'Noch keine Beträge'],
    ['/accounts', books.bank.number],
    [`/accounts/${books.bank.id}`, done.number ?? ''],
    ['/accounts/import', 'Konten importieren'],
    ['/journals', books.journal.code],
    [`/journals/${books.journal.id}`, 'Unverändert'],
    ['/trial-balance?period=..', 'Vermögen'],
  ] as const
  expect(await problemsOnPhone(watched, pages.map(([path, text]) => [PAGES + path, text]))).toEqual([])
})

test('the dashboard shows the result of the month', async () => {
  const { page, complaints, open, admin } = await signIn('months')
  const books = await openBooks(admin)
  await posted(books, { date: new Date().toISOString().slice(0, 10), lines: sale(books, '1250') })
  await open('/tenant-admin')
  await page.getByText('Result this month').waitFor()
  await page.getByText('€1,250.00').first().waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})
