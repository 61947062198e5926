import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { TestHost, TestTenant } from '@innoerp/core/testing'

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
const PASSWORD = 'Corr3ct-horse-battery'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const BLOCKED = /Content Security Policy|Trusted ?Type|Integrity-Policy/i
const require = createRequire(import.meta.url)

/** One browser for all tests of a file. */
export function oneBrowser(): { readonly current: Browser } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGUMENTS })
  })
  afterAll(() => browser?.close())
  return {
    get current() {
      if (!browser) throw new Error('The browser runs inside of tests only')
      return browser
    },
  }
}

/** A page that noted what went wrong in it. */
export interface WatchedPage {
  page: Page
  /** Errors, and what the content security policy stopped. */
  complaints: string[]
  /** Opens a page of the module. */
  open(path: string): Promise<void>
}

export interface SignIn {
  host: TestHost
  tenant: TestTenant
  options?: BrowserContextOptions
}

/** Signs the owner of an organization in. */
export async function signedIn(browser: Browser, { host: { port }, tenant: { subdomain }, options }: SignIn): Promise<WatchedPage> {
  const base = `http://${subdomain}.localhost:${port}`
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (BLOCKED.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${base}/sign-in`)
  await page.fill('input[type=email]', `owner@${subdomain}.example`)
  await page.fill('input[type=password]', PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  const open = async (path: string) => {
    await page.goto(`${base}/tenant-admin/projects${path}`)
    await page.waitForSelector('h1')
  }
  return { page, complaints, open }
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** What axe finds on the page (WCAG 2.2 AA), one line a finding. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run({ runOnly: rules })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
  }, RULES)
}

/** The heads of the board's columns, and the cards below each. */
export const columns = (page: Page): Promise<Record<string, (string | null)[]>> =>
  page.locator('.io-lane').evaluateAll((lanes) => {
    const cards = lanes.map((lane) => [...lane.querySelectorAll('[data-card] h3')].map((title) => title.textContent))
    return Object.fromEntries(lanes.map((lane, index) => [lane.querySelector('h2')?.textContent ?? '', cards[index] ?? []]))
  })
