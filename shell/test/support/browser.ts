import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']

/** The browser of this machine; undefined where there is none. */
export const chromiumPath = PLACES.find((place) => place !== undefined && existsSync(place))

const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update']

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: QUIET })
}

/**
 * Opens a page that adds to `complaints`: errors, and what the content security policy stopped. Refused requests that a test provokes
 * are no complaint.
 */
export async function openPage(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${page.url()}: error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy|Trusted ?Type|Integrity-Policy/i.test(text)) complaints.push(`${page.url()}: ${text}`)
  })
  return page
}
