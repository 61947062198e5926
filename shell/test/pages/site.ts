import path from 'node:path'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { problemsOnPhone as problemsOf, type PageToSee } from '@innoerp/sdk/testing/browser'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
const PLUGINS = path.resolve(import.meta.dirname, '../../../plugins')

/** What the test host gives everybody whom it signs up or invites. */
export const PASSWORD = 'Corr3ct-horse-battery'
export { findings, PHONE } from '@innoerp/sdk/testing/browser'
export const ROOT = { host: 'admin.localhost', email: 'root@innoerp.example', password: 'Root-of-all-tests-1' }
export const ownerOf = (subdomain: string): Person => ({ host: `${subdomain}.localhost`, email: `owner@${subdomain}.example` })

export interface Person {
  /** The host where they sign in. */
  host: string
  email: string
  password?: string
}

/** Modules that the host has. */
const MODULES = ['projects', 'crm', 'hr', 'inventory']

/** A whole host with its modules, and a browser, for all tests of a file. */
export function wholeSite(): { readonly host: TestHost; open(person: Person, options?: BrowserContextOptions): Promise<Site> } {
  let host: TestHost | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    host = await createTestHost({ modules: MODULES.map((id) => path.join(PLUGINS, id)) })
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGUMENTS })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })
  const running = (): TestHost => {
    if (!host) throw new Error('The host runs inside of tests only.')
    return host
  }
  return {
    get host() {
      return running()
    },
    open: async (person, options = {}) => {
      if (!browser) throw new Error('The browser runs inside of tests only.')
      return signIn(browser, { ...person, port: running().port, options })
    },
  }
}

/** A signed-in person's page, and what went wrong in it. */
export interface Site {
  page: Page
  /** Errors, and what the content security policy stopped. */
  complaints: string[]
  /** Opens a page and waits for its title. */
  go(path: string): Promise<void>
}

interface SignIn extends Person {
  port: number
  options: BrowserContextOptions
}

async function signIn(browser: Browser, { host, port, email, password = PASSWORD, options }: SignIn): Promise<Site> {
  const base = `http://${host}:${port}`
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => void (/Content Security Policy|Trusted ?Type|Integrity-Policy/i.test(message.text()) && complaints.push(message.text())))
  await page.goto(`${base}/sign-in`)
  await page.fill('input[type=email]', email)
  await page.fill('input[type=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  const go = async (where: string) => {
    await page.goto(base + where)
    await page.waitForSelector('h1')
  }
  return { page, complaints, go }
}

/** What the kit's `problemsOnPhone` tells of a site. */
export const problemsOnPhone = ({ page, complaints, go }: Site, pages: readonly PageToSee[]): Promise<string[]> => problemsOf({ page, complaints, open: go }, pages)
