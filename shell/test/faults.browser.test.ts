// A module that fails, in each way that one can, beside modules that work.
import path from 'node:path'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { findings, oneBrowser, signedIn, type WatchedPage } from '@innoerp/sdk/testing/browser'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumPath } from './support/browser.js'
import { writeFaultyModule, type Fault } from './support/faulty-module.js'
import { go } from './support/shell.js'

const FAULTY = '/tenant-admin/faulty'
const ENTRY = '**/modules/faulty/*/ui*/index.js'
/** Milliseconds that anything may take to appear. */
const PATIENCE = 15_000

/** Lets ten seconds, the shell's patience with a module, pass in less than two. */
function hurry(): void {
  const { setTimeout: wait } = window
  window.setTimeout = ((work: () => void, milliseconds?: number) => wait(work, milliseconds === 10_000 ? 1_500 : milliseconds)) as typeof setTimeout
}

describe.skipIf(!chromiumPath)('a module', () => {
  const browser = oneBrowser()
  let host: TestHost
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    host = await createTestHost({ modules: [path.resolve(import.meta.dirname, '../../plugins/projects'), await writeFaultyModule()] })
    watched = await signedIn(browser.current, { host, tenant: host.acme })
    page = watched.page
    page.setDefaultTimeout(PATIENCE)
    await page.addInitScript(hurry)
  })
  afterAll(() => host?.close())
  beforeEach(() => mend())

  const mend = () => page.evaluate(() => sessionStorage.removeItem('fault'))
  async function breakBy(fault: Fault): Promise<void> {
    await page.evaluate((kind) => sessionStorage.setItem('fault', kind), fault)
    await page.goto(`http://acme.localhost:${host.port}${FAULTY}`)
  }
  const card = () => page.getByRole('alert').filter({ hasText: 'Faulty stopped working' })

  /** The card stands in the module's place and says why. */
  async function expectCard(message: RegExp): Promise<void> {
    await card().getByText(message).waitFor()
    expect(await findings(page)).toEqual([])
  }
  /** Shell and other modules go on; the card waits where it was. */
  async function expectOthersToWork(): Promise<void> {
    await go(page, 'Projects')
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor()
    expect(await card().count()).toBe(0)
    await go(page, 'Faulty')
    await card().waitFor()
  }
  /** Once the module is mended, the card's button brings it back. */
  async function expectReturn(): Promise<void> {
    await mend()
    await card().getByRole('button', { name: 'Load Faulty again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fault lines' }).waitFor()
    expect(await card().count()).toBe(0)
  }

  test.each<[string, Fault, RegExp]>([
    ['cannot be imported', 'import', /Broken on purpose: import/],
    ['hangs while it is imported', 'import-hangs', /took longer than 10000 ms/],
    ['throws when it is mounted', 'mount', /Broken on purpose: mount/],
    ['hangs when it is mounted', 'mount-hangs', /took longer than 10000 ms/],
    ['throws when it is rendered', 'render', /Broken on purpose: render/],
  ])('that %s has a card of its own, and comes back', async (_what, fault, message) => {
    await breakBy(fault)
    await expectCard(message)
    await expectOthersToWork()
    await expectReturn()
  })

  test('that throws later, after a click, has the card too', async () => {
    await watched.open(FAULTY)
    await page.getByRole('button', { name: 'Break it' }).click()
    await expectCard(/Broken on purpose: later/)
    await expectReturn()
  })

  test('whose file is not what was published does not run, and comes back with the right one', async () => {
    const tampered = { contentType: 'text/javascript', body: 'globalThis.stolen = true; export const mount = () => Promise.resolve()' }
    await page.route(ENTRY, (route) => route.fulfill(tampered))
    await page.goto(`http://acme.localhost:${host.port}${FAULTY}`)
    await expectCard(/Failed to fetch/)
    await expectOthersToWork()
    expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false)
    await page.unroute(ENTRY)
    await expectReturn()
  })

  test('that is not answered at all has the card, and comes back', async () => {
    await page.route(ENTRY, (route) => route.abort())
    await page.goto(`http://acme.localhost:${host.port}${FAULTY}`)
    await expectCard(/Failed to fetch/)
    await page.unroute(ENTRY)
    await expectReturn()
  })

  test('whose widget fails spoils neither the dashboard nor the widgets beside it', async () => {
    await page.evaluate(() => sessionStorage.setItem('fault', 'widget'))
    await watched.open('/tenant-admin')
    await card().getByText('Only this widget is affected').waitFor()
    await page.getByText('Nothing to do').waitFor()
    await mend()
    await card().getByRole('button', { name: 'Load again' }).click()
    await page.getByText('The widget works').waitFor()
    expect(await card().count()).toBe(0)
  })

  test('that hangs when it searches holds up nobody else’s answer', async () => {
    await host.acme.admin.post('/api/v1/projects', { name: 'Harbour crane' }).expect(201)
    await page.evaluate(() => sessionStorage.setItem('fault', 'search-hangs'))
    await watched.open('/tenant-admin')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('harb')
    await page.getByRole('option', { name: 'Harbour crane' }).waitFor()
    expect(await page.getByRole('option', { name: 'Found harb' }).count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  test('whose action fails says so, and can be asked again', async () => {
    await page.evaluate(() => sessionStorage.setItem('fault', 'action'))
    await watched.open('/tenant-admin')
    const act = async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search or jump to' }).fill('anywhere')
      await page.getByRole('option', { name: 'Act from anywhere' }).click()
    }
    await act()
    await page.getByText('Faulty could not do that').waitFor()
    await mend()
    await act()
    await page.getByText('Acts on none').waitFor()
    await page.getByRole('button', { name: 'Enough' }).click()
    expect(await page.getByText('Acts on none').count()).toBe(0)
  })
})
