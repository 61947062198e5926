import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, openPage } from './browser.js'
import { HostProcess } from './host-process.js'

const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Warsaw' }
/** Milliseconds that a page may take for one thing on a machine that is busy with others. */
const PATIENCE = 20_000

/** How long `expect.poll` asks. */
export const PATIENT = { timeout: PATIENCE }

/** A host and a browser, and everything that any of its pages complained about. */
export class World {
  readonly host: HostProcess
  readonly browser: Browser
  readonly complaints: string[] = []

  private constructor(host: HostProcess, browser: Browser) {
    this.host = host
    this.browser = browser
  }

  static async create(): Promise<World> {
    const host = await HostProcess.create()
    return new World(host, await openBrowser())
  }

  /** A page in a browser profile of its own: another person. */
  async person(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ ...DESKTOP, ...options })
    context.setDefaultTimeout(PATIENCE)
    return openPage(context, this.complaints)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.host.remove()
  }
}
