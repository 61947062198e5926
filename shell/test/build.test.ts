// What the build made, as the host will serve it.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

interface Stylesheet {
  href: string
  integrity: string
}
interface Entry {
  js: string
  integrity: string
  css: Stylesheet[]
  preload: string[]
  map: { imports: Record<string, string> }
}
interface Manifest {
  shared: { imports: Record<string, string>; integrity: Record<string, string> }
  development: Record<string, string>
  entries: Record<'main' | 'public', Entry>
  integrity: Record<string, string>
  tokens: Stylesheet
  kit: Stylesheet
  fonts: { href: string; preload: boolean }[]
}

const dist = new URL('../dist', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8')) as Manifest
const { shared, development, entries, integrity, tokens, kit, fonts } = manifest
const files = {
  ...shared.integrity,
  ...integrity,
  ...Object.fromEntries([tokens, kit, ...entries.main.css, ...entries.public.css].map(({ href, integrity: hash }) => [href, hash])),
}

/** KiB that travel for these files. */
const travelling = (urls: readonly string[]) =>
  urls.reduce((sum, url) => sum + statSync(existsSync(`${dist}${url}.br`) ? `${dist}${url}.br` : dist + url).size, 0) / 1024

const firstLoad = ({ js, css, preload }: Entry) => [
  js,
  ...preload,
  ...[tokens, kit, ...css].map(({ href }) => href),
  ...fonts.filter((font) => font.preload).map(({ href }) => href),
]

describe('the built shell', () => {
  it.each(Object.entries(files))('serves %s as it was hashed, also compressed', (url, hash) => {
    const content = readFileSync(dist + url)
    expect(`sha384-${createHash('sha384').update(content).digest('base64')}`).toBe(hash)
    expect(brotliDecompressSync(readFileSync(`${dist}${url}.br`)).equals(content)).toBe(true)
  })

  it('names files of its own in the import map, the fonts and the preloads', () => {
    const urls = [...Object.values(shared.imports), ...fonts.map(({ href }) => href), ...entries.main.preload, ...entries.public.preload]
    expect(urls.filter((url) => !existsSync(dist + url))).toEqual([])
    expect([...entries.main.preload, ...entries.public.preload].filter((url) => !(url in files))).toEqual([])
  })

  it('has no two files that wait for each other, for one of them would begin without the other', () => {
    const needs = (url: string) => [...readFileSync(dist + url, 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, name]) => url.replace(/[^/]+$/, name ?? ''))
    const waiting = (url: string, path: readonly string[]): string[] =>
      path.includes(url) ? [[...path, url].join(' → ')] : needs(url).flatMap((next) => waiting(next, [...path, url]))
    expect(Object.keys({ ...shared.integrity, ...integrity }).flatMap((url) => waiting(url, []))).toEqual([])
  })

  it('has development builds of the same libraries, where no two files wait for each other either', () => {
    const folder = `${dist}/development`
    const needs = (name: string) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^(?:import|export)[^;]*?"\.\/([^"]+)";/gm)].map(([, next = '']) => next)
    const waiting = (name: string, path: readonly string[]): string[] => (path.includes(name) ? [[...path, name].join(' → ')] : needs(name).flatMap((next) => waiting(next, [...path, name])))
    expect(Object.keys(development)).toEqual(Object.keys(shared.imports))
    expect(needs(development['react-dom'] ?? '')).not.toEqual([])
    expect(Object.values(development).flatMap((name) => waiting(name, []))).toEqual([])
  })

  it('signs in without MUI, without the kit and within 95 KiB, which leaves room for the page itself', () => {
    expect(Object.keys(entries.public.map.imports).filter((id) => /@mui|@emotion|react-router|sdk\/ui$/.test(id))).toEqual([])
    expect(travelling(firstLoad(entries.public))).toBeLessThan(95)
  })

  it('begins a module’s page without menus and dialogs and within 215 KiB, which leaves room for the page and the module', () => {
    expect(entries.main.preload).not.toContain(shared.imports['@innoerp/sdk/ui/mui'])
    expect(travelling(firstLoad(entries.main))).toBeLessThan(215)
  })
})
