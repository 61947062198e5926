// Two ways of adding a file to the page with its hash, which `import()` and a policy against unhashed scripts need.

declare global {
  interface Window {
    /** Trusted Types, not yet in TypeScript's DOM types. */
    trustedTypes?: { createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string } }
  }
}

type ImportMap = { integrity?: Record<string, string> }

const mapsOfPage = () => document.querySelectorAll<HTMLScriptElement>('script[type=importmap]')

/** Gives files their hashes by a further import map: `import()` itself takes none, for chunks neither. */
export function createIntegrityMaps(nonce: string): { cover(files: Readonly<Record<string, string>>): void } {
  const maps = [...mapsOfPage()].map(({ textContent }) => JSON.parse(textContent) as ImportMap)
  const covered = new Set(maps.flatMap(({ integrity = {} }) => Object.keys(integrity)))
  // Only what is JSON can become a script by this policy, and JSON in an import map runs nothing.
  const policy = window.trustedTypes?.createPolicy('innoerp', { createScript: (text) => JSON.stringify(JSON.parse(text)) })

  function cover(files: Readonly<Record<string, string>>) {
    const fresh = Object.entries(files).filter(([url]) => !covered.has(url))
    if (fresh.length === 0) return
    for (const [url] of fresh) covered.add(url)
    const text = JSON.stringify({ integrity: Object.fromEntries(fresh) } satisfies ImportMap)
    const script = Object.assign(document.createElement('script'), { type: 'importmap', nonce })
    script.textContent = policy?.createScript(text) ?? text
    document.head.append(script)
  }
  return { cover }
}

export interface Stylesheet {
  /** Which module version it belongs to. */
  owner: string
  href: string
  integrity: string
}

/** Adds a stylesheet, once a page; resolves when it applies. */
export function addStylesheet({ owner, href, integrity }: Stylesheet): Promise<void> {
  if (document.querySelector(`link[rel=stylesheet][href="${CSS.escape(href)}"]`)) return Promise.resolve()
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', integrity, href })
  link.dataset.module = owner
  return new Promise((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error(`${href} did not load`))
    }
    document.head.append(link)
  })
}

/** Takes a version's stylesheets away. */
export function removeStylesheets(owner: string): void {
  for (const link of document.querySelectorAll(`link[data-module="${CSS.escape(owner)}"]`)) link.remove()
}
