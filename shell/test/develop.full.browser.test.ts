import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Author } from './support/author.js'
import { openBrowser, openPage } from './support/browser.js'

const PAGE = 'src/ui/pages/notes-page.tsx'
const SERVER = 'src/server/index.ts'
const ROUTES = 'routes: async (app) => {'
const GENEROUS_MS = 3_000

let author: Author
let browser: Browser
let page: Page
let at: { url: string; email: string; password: string }
const complaints: string[] = []
beforeAll(async () => {
  author = await Author.create('site-diary', 'projects')
  ;[browser, at] = await Promise.all([openBrowser(), author.develop('--with', 'projects')])
  page = await openPage(await browser.newContext(), complaints)
})
afterAll(async () => {
  await browser?.close()
  await author?.close()
})

/** Says how long something took; machines differ, so nobody is held to it here. */
async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`)
}

/** Asks the module's API in the page, as its own pages do. */
const answer = () =>
  page.evaluate(async (account) => {
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) }
    const { access_token } = (await (await fetch('/api/v1/auth/login', json)).json()) as { access_token: string }
    return (await fetch('/api/v1/site-diary/hello', { headers: { authorization: `Bearer ${access_token}` } })).text()
  }, { email: at.email, password: at.password })

test('who opens the address is signed in, and sees the module beside one that was built for production', async () => {
  await page.goto(`${at.url}/`)
  await page.getByRole('button', { name: 'New note' }).first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/tenant-admin/site-diary')
  await page.getByRole('link', { name: 'Projects' }).first().click()
  await page.getByRole('button', { name: 'New project' }).first().waitFor()
  await page.getByRole('link', { name: 'Site diary' }).first().click()
  await page.getByRole('button', { name: 'New note' }).first().waitFor()
  expect(complaints).toEqual([])
})

test('a change of a page is seen at once, and what was typed stays; one that is wrong is said in a line', async () => {
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Title').fill('Half a thought')
  for (const [from, to] of [["{t('title')}", "{t('title') + ' one'}"], ["' one'", "' two'"], ["' two'", "' three'"]] as const) {
    await author.change(PAGE, from, to)
    await timed('a change of a page', () => page.waitForFunction((text) => document.querySelector('h1')?.textContent.endsWith(text), to.split("'").at(-2) ?? '', { polling: 5, timeout: GENEROUS_MS }))
  }
  await author.change(PAGE, 'const t = useT()', 'const t = = useT()')
  await author.hears(/✗ src\/ui\/pages\/notes-page\.tsx:12:13 /)
  await author.change(PAGE, 'const t = = useT()', 'const t = useT()')
  expect(await page.locator('h1').textContent()).toBe('Site diary three')
  expect(await page.getByLabel('Title').inputValue()).toBe('Half a thought')
  expect(complaints).toEqual([])
})

test('a change of the server is live in a moment; one that is wrong is said with its place, and the version before serves', async () => {
  await author.change(SERVER, ROUTES, `${ROUTES} app.get('/hello', { config: { permission: 'site-diary.read' } }, async () => 'one')`)
  await author.hears(/✓ \S+ is live/)
  expect(await answer()).toBe('one')
  await timed('a change of the server', async () => {
    await author.change(SERVER, "'one'", "'two'")
    await author.hears(/✓ \S+ is live/)
  })
  expect(await answer()).toBe('two')

  await author.change(SERVER, "'two'", "'three")
  await author.hears(/✗ src\/server\/index\.ts:\d+:\d+ Unterminated string literal/)
  await author.change(SERVER, "'three", "'two'")
  await author.hears(/✓ \S+ is live/)
  await author.change(SERVER, 'setup({ db, events }) {', "setup({ db, events }) {\n    throw new Error('No luck')")
  await author.hears(/✗ src\/server\/index\.ts:8:11 .*does not start: No luck/)
  expect(await answer()).toBe('two')
})

test('Ctrl-C ends all of it', async () => {
  const home = path.join(author.folder, '.innoerp')
  const host = Number(await readFile(path.join(home, 'host.pid'), 'utf8'))
  expect(await readFile(path.join(home, '.gitignore'), 'utf8')).toBe('*\n')
  expect(await author.interrupt()).toBe(0)
  expect(() => process.kill(host, 0)).toThrow('ESRCH')
  expect(existsSync(path.join(home, 'postgres/data/postmaster.pid'))).toBe(false)
})
