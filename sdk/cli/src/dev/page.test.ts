import { expect, test } from 'vitest'
import { headersOf, pageOf } from './page.js'

const MAP = { imports: { react: '/shared/react-1.js', 'single-spa': '/shared/spa-1.js' }, integrity: { '/shell/main-1.js': 'sha384-x' } }
const PAGE = `<head>
<script type="importmap" nonce="n0nce">${JSON.stringify(MAP)}</script>
<link rel="modulepreload" href="/shared/react-1.js" integrity="sha384-y">
<link rel="modulepreload" href="/shell/chunk-1.js" integrity="sha384-z">
<script type="module" src="/shell/main-1.js" integrity="sha384-x"></script>
</head>`

test('a page has the development builds by both names, and the hook before the shell', () => {
  const html = pageOf(PAGE, { react: 'react-2.js' })
  const [, json = ''] = /<script type="importmap" nonce="n0nce">(.*?)<\/script>/.exec(html) ?? []
  const url = '/@innoerp-dev/@shared/react-2.js'
  expect(JSON.parse(json)).toEqual({ ...MAP, imports: { ...MAP.imports, react: url, 'shared:///react': url } })
  expect(html).not.toContain('href="/shared/')
  expect(html).toContain('href="/shell/chunk-1.js"')
  expect(html.indexOf('injectIntoGlobalHook(window)')).toBeLessThan(html.indexOf('src="/shell/main-1.js"'))
  expect(html).toContain('<script type="module" nonce="n0nce">')
})

test('a page without an import map is left as it is', () => {
  expect(pageOf('<p>Nothing</p>', { react: 'react-2.js' })).toBe('<p>Nothing</p>')
})

test('scripts, styles and news come from the dev server too, and from nowhere else', () => {
  const policy = "default-src 'none'; script-src 'nonce-n' http://a.localhost:1/shell/; style-src 'nonce-n'; connect-src 'self'"
  const origin = 'http://a.localhost:1'
  expect(headersOf({ 'content-security-policy': policy, 'integrity-policy': 'blocked-destinations=(script)', 'content-length': '9', vary: 'cookie' }, origin)).toEqual({
    vary: 'cookie',
    'content-security-policy': `default-src 'none'; script-src ${origin}/@innoerp-dev/ 'nonce-n' http://a.localhost:1/shell/; style-src ${origin}/@innoerp-dev/ 'nonce-n'; connect-src 'self' ws://a.localhost:1/@innoerp-dev/`,
  })
})
