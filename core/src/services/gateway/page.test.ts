import { expect, test } from 'vitest'
import { renderPage, type PageInput, type ShellManifest } from './page.js'

const file = (href: string) => ({ href, integrity: 'sha384-x' })
const entry = { js: '/shell/main.js', integrity: 'sha384-x', css: [], preload: [], map: { imports: {}, integrity: {} } }
const shell: ShellManifest = { entries: { main: entry, public: entry }, tokens: file('/shell/tokens.css'), kit: file('/shell/kit.css'), fonts: [] }
const page: PageInput = {
  entry: 'main',
  origin: 'https://admin.example.com',
  title: 'innoERP',
  language: 'en',
  scheme: 'light',
  style: '',
  icon: null,
  frame: null,
  moduleIntegrity: {},
  boot: { area: 'admin' },
}
const policyWith = (frame: string | null): string => renderPage(shell, { ...page, frame }).headers['content-security-policy'] ?? ''

test('a page shows nothing in frames, unless its input names an address: then that origin alone', () => {
  expect(policyWith(null)).not.toContain('frame-src')
  expect(policyWith('https://kibana.example.com/app/dashboards?x=1; script-src *')).toContain('; frame-src https://kibana.example.com; ')
})

test('an address that is none opens no frame', () => {
  expect(policyWith('https://')).not.toContain('frame-src')
})
