import type { Page } from 'playwright-core'

/** The paths of all scripts that a page asked for from now on. */
export function scriptsOf(page: Page): ReadonlySet<string> {
  const paths = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname)
  })
  return paths
}

/** Those of the scripts whose code holds a text. */
export const holding = (page: Page, paths: readonly string[], text: string): Promise<string[]> =>
  page.evaluate(
    async ([all, part]) => {
      const codes = await Promise.all(all.map(async (path) => (await fetch(path)).text()))
      return all.filter((_path, index) => codes[index]?.includes(part))
    },
    [paths, text] as const,
  )
