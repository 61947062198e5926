// What a browser transfers, cold, from HTML to font: sign-in page and first module page, in Chromium.
import { createTestHost } from '@innoerp/core/testing'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../lib/root.mjs'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const KIB = 1024

/** Bytes over the wire while `visit` runs in a browser with an empty cache. */
async function transferred(browser, visit) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
  await visit(page, () => (bytes = 0), session)
  await context.close()
  return bytes
}

export async function bytes(figures) {
  const executablePath = PLACES.find((place) => place && existsSync(place))
  if (!executablePath) return console.error('bytes: left out, there is no Chromium; install the package chromium')
  const host = await createTestHost({ modules: [join(root, 'plugins/projects')] })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] })
  try {
    const site = `http://acme.localhost:${host.port}`
    const signIn = await transferred(browser, (page) => page.goto(`${site}/sign-in`, { waitUntil: 'networkidle' }))
    const cookie = [...host.acme.admin.cookies].map(([name, value]) => ({ name, value, url: site, httpOnly: true, sameSite: 'Strict' }))
    const modulePage = await transferred(browser, async (page) => {
      await page.context().addCookies(cookie)
      await page.goto(`${site}/tenant-admin/projects`)
      await page.locator('main h1').waitFor()
      await page.waitForTimeout(1_500)
    })
    figures.add({ name: 'sign-in page, cold', value: signIn / KIB, unit: 'KiB', bar: { max: 100 } })
    figures.add({ name: 'first module page, cold', value: modulePage / KIB, unit: 'KiB', bar: { max: 240 } })
  } finally {
    await browser.close()
    await host.close()
  }
}
