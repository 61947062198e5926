import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { LIBRARIES, PAGES } from './addresses.js'

/** Library → its file among the development builds. */
export type Libraries = Readonly<Record<string, string>>

interface ImportMap {
  imports: Record<string, string>
  integrity?: Record<string, string>
}

const IMPORT_MAP = /<script type="importmap" nonce="([^"]+)">(.*?)<\/script>/s
const LIBRARY_PRELOADS = /<link rel="modulepreload" href="\/shared\/[^>]*>\n?/g

/** React asks for its hook before it starts, so this stands before the shell's own script; module scripts run in their order. */
const refreshHook = (nonce: string) => `<script type="module" nonce="${nonce}">
import { injectIntoGlobalHook } from '${PAGES}@react-refresh'
injectIntoGlobalHook(window)
window.$RefreshReg$ = () => {}
window.$RefreshSig$ = () => (type) => type
</script>`

/**
 * A page of the host as an author sees it: with the development builds of the shared libraries, for only those let components change
 * while they are shown, and with React's refresh hook.
 * @returns the page as it is where it has no import map
 */
export function pageOf(html: string, libraries: Libraries): string {
  const [found, nonce = '', json = ''] = IMPORT_MAP.exec(html) ?? []
  if (found === undefined) return html
  const map = JSON.parse(json) as ImportMap
  const own = Object.entries(libraries).map(([id, file]) => [id, LIBRARIES + file] as const)
  const imports = Object.fromEntries(own.flatMap(([id, url]) => [[id, url] as const, [`shared:///${id}`, url] as const]))
  const text = JSON.stringify({ ...map, imports: { ...map.imports, ...imports } }).replaceAll('<', '\\u003c')
  return html.replace(LIBRARY_PRELOADS, '').replace(found, () => `<script type="importmap" nonce="${nonce}">${text}</script>\n${refreshHook(nonce)}`)
}

/** The host's headers for such a page: it also takes scripts and styles from the dev server, whose content nobody knows before. */
export function headersOf(headers: IncomingHttpHeaders, origin: string): OutgoingHttpHeaders {
  const { 'integrity-policy': _hashes, 'content-length': _length, 'content-security-policy': policy, ...rest } = headers
  if (policy === undefined) return rest
  const widened = String(policy).replace(/(script-src|style-src) /g, `$1 ${origin}${PAGES} `)
  return { ...rest, 'content-security-policy': widened.replace("connect-src 'self'", `connect-src 'self' ${origin.replace('http', 'ws')}${PAGES}`) }
}
