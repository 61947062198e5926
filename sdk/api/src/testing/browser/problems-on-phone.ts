import { findings } from './findings.js'
import { PHONE, type WatchedPage } from './signed-in.js'

/** A page and a text that its main part shows. */
export type PageToSee = readonly [path: string, text: string]

/**
 * Opens pages that {@link PHONE} shows: each fits, says what it should, axe finds nothing, nothing went wrong. Returns what did not hold.
 * @example expect(await problemsOnPhone(await signedIn(browser.current, { host, tenant, options: PHONE }), [['/tenant-admin/notes', 'Notizen']])).toEqual([])
 */
export async function problemsOnPhone({ page, complaints, open }: WatchedPage, pages: readonly PageToSee[]): Promise<string[]> {
  const problems: string[] = []
  for (const [path, text] of pages) {
    await open(path)
    await page.getByRole('main').getByText(text).first().waitFor()
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'))
    if (width > (PHONE.viewport?.width ?? 0)) problems.push(`${path} is ${width} pixels wide`)
    problems.push(...(await findings(page)).map((finding) => `${path} ${finding}`))
  }
  return [...problems, ...complaints]
}
