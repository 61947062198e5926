import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const require = createRequire(import.meta.url)
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
const PLUGINS = path.resolve(import.meta.dirname, '../../../plugins')

/** What the test host gives everybody whom it signs up or invites. */
export const PASSWORD = 'Corr3ct-horse-battery'
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

/** What axe finds on the page (WCAG 2.2 AA and good practice), one line a finding. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** Opens each page on a phone in the dark and in German: it fits, says what it should, and axe finds nothing. */
export async function problemsOnPhone(site: Site, pages: readonly (readonly [path: string, text: string])[]): Promise<string[]> {
  const problems: string[] = []
  for (const [where, text] of pages) {
    await site.go(where)
    await site.page.getByRole('main').getByText(text).first().waitFor()
    const width = await site.page.evaluate('document.documentElement.scrollWidth')
    if (Number(width) > 390) problems.push(`${where} is ${width} wide`)
    problems.push(...(await findings(site.page)).map((finding) => `${where} ${finding}`))
  }
  return [...problems, ...site.complaints]
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark', locale: 'de-DE' }
