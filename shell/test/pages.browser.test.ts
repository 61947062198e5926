import type { BrowserContextOptions } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findings, ownerOf, ROOT, wholeSite, type Site } from './pages/site'
import { chromiumPath } from './support/browser.js'
import { makeSamples, PAGES, type PageCase, type Samples } from './support/every-page.js'
import { DESKTOP, FULL, lookAt, looksOf, sidewaysOf } from './support/looks.js'
import { titled } from './support/shell.js'

describe.skipIf(!chromiumPath)('every page', () => {
  const site = wholeSite()
  let samples: Samples
  let english: People
  let german: People

  beforeAll(async () => {
    samples = await makeSamples(site.host)
    english = await people({ locale: 'en-US', reducedMotion: 'reduce' })
    german = await people({ locale: 'de-DE' })
  })

  async function people(options: BrowserContextOptions): Promise<People> {
    return { owner: await site.open(ownerOf('acme'), options), root: await site.open(ROOT, options) }
  }

  /** Opens a page; the owner also opens what needs no sign-in. */
  async function open({ host, path }: PageCase, { owner, root }: People): Promise<Site> {
    const person = host === 'admin' ? root : owner
    await lookAt(person.page, DESKTOP)
    await person.page.goto(`http://${host && `${host}.`}localhost:${site.host.port}${path(samples)}`)
    return person
  }

  test.each(PAGES.map((one, at) => ({ ...one, looks: looksOf(at) })))('$name: usable by everybody on desktop and phone, light and dark', async ({ looks, ...one }) => {
    const { page, complaints } = await open(one, english)
    await titled(page, one.en)
    await page.locator('#root').getByText(one.shows).first().waitFor()
    for (const look of looks) {
      await lookAt(page, look)
      expect(await findings(page), look.name).toEqual([])
      expect(await sidewaysOf(page), look.name).toBe(0)
    }
    expect(complaints).toEqual([])
  })

  test.each(PAGES.filter((_, at) => FULL || at % 4 === 0))('$name: its title is German for who reads German', async (one) => {
    const { page, complaints } = await open(one, german)
    await titled(page, one.de)
    expect(await page.getAttribute('html', 'lang')).toBe('de')
    expect(complaints).toEqual([])
  })
})

interface People {
  owner: Site
  root: Site
}
