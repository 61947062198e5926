import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { TestHost, TestTenant } from '../test-host.js'

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
/** What the test host gives everybody whom it signs up. */
const PASSWORD = 'Corr3ct-horse-battery'
const BLOCKED = /Content Security Policy|Trusted ?Type|Integrity-Policy/i

/** A phone in the dark whose owner reads German. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark', locale: 'de-DE' }

/** One browser for all tests of a file: Chromium at `CHROMIUM_PATH`, else `/usr/bin/chromium`. */
export function oneBrowser(): { readonly current: Browser } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGUMENTS })
  })
  afterAll(() => browser?.close())
  return {
    get current() {
      if (!browser) throw new Error('The browser runs inside of tests only.')
      return browser
    },
  }
}

/** A page that noted what went wrong in it. */
export interface WatchedPage {
  page: Page
  /** Errors, and what the content security policy stopped. */
  complaints: string[]
  /** Opens a page of the tenant's, e.g. `/tenant-admin/notes`, and waits for its title. */
  open(path: string): Promise<void>
}

export interface SignIn {
  host: Pick<TestHost, 'port'>
  tenant: Pick<TestTenant, 'subdomain'>
  /** 1440 × 900 in English unless said otherwise. */
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
    await page.goto(base + path)
    await page.waitForSelector('h1')
  }
  return { page, complaints, open }
}
