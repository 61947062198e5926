import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { atRest } from './at-rest.js'

const require = createRequire(import.meta.url)
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const MAX_SHOWN = 160

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/**
 * What axe finds on the page once it is at rest (WCAG 2.2 AA and good practice), one line a finding: colours that still fade are nobody's
 * colours. Needs axe-core.
 * @example expect(await findings(page)).toEqual([])
 */
export async function findings(page: Page): Promise<string[]> {
  await atRest(page)
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return (await axe.run({ runOnly: rules })).violations
  }, RULES)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, MAX_SHOWN)}`))
}
