import { randomBytes } from 'node:crypto'

/** `manifest.json` of the shell's build. */
export interface ShellManifest {
  entries: Record<'main' | 'public', Entry>
  tokens: Stylesheet
  kit: Stylesheet
  fonts: { href: string; preload: boolean }[]
}
interface Entry {
  js: string
  integrity: string
  css: Stylesheet[]
  preload: string[]
  /** What this entry may import, with the hash of every script it can reach. */
  map: { imports: Record<string, string>; integrity: Record<string, string> }
}
interface Stylesheet {
  href: string
  integrity: string
}
export interface PageInput {
  entry: 'main' | 'public'
  /** Scheme, host and port as the browser sees them. */
  origin: string
  title: string
  language: 'en' | 'de'
  scheme: 'light' | 'dark' | 'system'
  /** The organization’s colours and fonts as a style sheet; empty for none. */
  style: string
  /** Address of its icon. */
  icon: string | null
  /** What the page may show in a frame, e.g. the dashboards of a Kibana; null for nothing. */
  frame: string | null
  /** URL → SRI hash of every script of the active module versions. */
  moduleIntegrity: Record<string, string>
  boot: { area: 'public' | 'tenant' | 'admin' } & Record<string, unknown>
}

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
/** JSON that cannot end the script element it stands in. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const FOLLOW_SYSTEM = `document.documentElement.dataset.scheme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'`

/** A page of the shell: import map with integrity, preload links, boot data, one entry; with the headers that keep it closed. */
export function renderPage(shell: ShellManifest, input: PageInput): { html: string; headers: Record<string, string> } {
  const nonce = randomBytes(16).toString('base64')
  const entry = shell.entries[input.entry]
  const integrity = { ...entry.map.integrity, ...(input.entry === 'main' && input.moduleIntegrity) }
  const map = json({ imports: entry.map.imports, integrity })
  const styles = [shell.tokens, shell.kit, ...entry.css]
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(input.title)}</title>`,
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<link rel="icon" href="${escapeText(input.icon ?? 'data:,')}">`,
    ...(input.scheme === 'system' ? [`<script nonce="${nonce}">${FOLLOW_SYSTEM}</script>`] : []),
    `<script type="importmap" nonce="${nonce}">${map}</script>`,
    ...shell.fonts.filter((font) => font.preload).map(({ href }) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`),
    ...styles.map(({ href, integrity: hash }) => `<link rel="stylesheet" href="${href}" integrity="${hash}">`),
    ...(input.style ? [`<style nonce="${nonce}">${input.style.replaceAll('<', '')}</style>`] : []),
    ...entry.preload.map((url) => `<link rel="modulepreload" href="${url}" integrity="${integrity[url] ?? ''}">`),
    `<script type="application/json" id="boot">${json(input.boot)}</script>`,
    `<script type="module" src="${entry.js}" integrity="${entry.integrity}"></script>`,
  ]
  const scheme = input.scheme === 'system' ? 'light' : input.scheme
  const html = `<!doctype html>
<html lang="${input.language}" dir="ltr" data-scheme="${scheme}" data-area="${input.boot.area}">
<head>
${head.join('\n')}
</head>
<body><div id="root"></div></body>
</html>
`
  return { html, headers: securityHeaders({ nonce, origin: input.origin, frame: input.frame }) }
}

/** Scripts come from folders that only the host writes, with a hash; nothing else runs, and no text becomes a script. */
function securityHeaders({ nonce, origin, frame }: { nonce: string } & Pick<PageInput, 'origin' | 'frame'>): Record<string, string> {
  const folders = (...names: string[]) => names.map((name) => `${origin}/${name}/`).join(' ')
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'nonce-${nonce}' ${folders('shared', 'shell', 'modules')}`,
      `style-src 'nonce-${nonce}' ${folders('shell', 'modules')}`,
      `connect-src 'self'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      ...(frame && URL.canParse(frame) ? [`frame-src ${new URL(frame).origin}`] : []),
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types innoerp`,
    ].join('; '),
    'integrity-policy': 'blocked-destinations=(script)',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
