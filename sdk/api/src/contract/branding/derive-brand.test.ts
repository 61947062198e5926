import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, fromLch, mix, reach, toLch } from './color.js'
import { GROUNDS, deriveBrand, type BrandScheme } from './derive-brand.js'

const css = readFileSync(new URL('../../ui/styles/tokens.css', import.meta.url), 'utf8')
const tokensOf = (scheme: BrandScheme) => {
  const start = css.indexOf(`[data-scheme='${scheme}'] {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--io-([\w-]+): ([^;]+);/g)].map((match) => [match[1], match[2]]))
}
const SCHEMES = ['light', 'dark'] as const
const channel = (value: number) => value.toString(16).padStart(2, '0')
const every = (step: number) => Array.from({ length: Math.floor(255 / step) + 1 }, (_, index) => channel(index * step))

describe('colour', () => {
  test('contrast of black and white is 21, of a colour with itself 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#1976d2', '#1976d2')).toBe(1)
  })
  test('OKLCH and back is the same colour', () => {
    for (const hex of ['#1976d2', '#dc004e', '#00a86b', '#ffffff', '#000000']) expect(fromLch(toLch(hex))).toBe(hex)
  })
  test('mix takes shares of both', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(mix('#123456', '#ffffff', 0)).toBe('#123456')
  })
  test('reach ends at black or white when no lightness of the hue is enough', () => {
    expect(reach('#ffff00', { against: ['#ffffff'], ratio: 21, towards: 'dark' })).toBe('#000000')
  })
})

describe('deriveBrand', () => {
  test.each(SCHEMES)('the grounds of %s are the tokens', (scheme) => {
    const tokens = tokensOf(scheme)
    const { marks, text3, ...surfaces } = GROUNDS[scheme]
    for (const [name, value] of Object.entries(surfaces)) expect(tokens.get(name), name).toBe(value)
    expect(tokens.get('text-3')).toBe(text3)
    expect(marks).toEqual(['neutral', 'info', 'review', 'success', 'warning', 'danger'].map((tone) => tokens.get(`${tone}-mark`)))
  })

  test.each(SCHEMES)('the default brand of %s stands in the tokens', (scheme) => {
    const tokens = tokensOf(scheme)
    const derived = deriveBrand('#1976d2', scheme)
    for (const [name, value] of Object.entries(derived)) {
      expect(tokens.get(`brand-${name === 'tintHover' ? 'tint-hover' : name}`), name).toBe(value)
    }
    for (const [name, hex] of [['secondary', '#dc004e'], ['accent', '#00a86b']] as const) {
      const { fill, on, text, tint } = deriveBrand(hex, scheme)
      expect([fill, on, text, tint]).toEqual(['fill', 'on', 'text', 'tint'].map((part) => tokens.get(`${name}-${part}`)))
    }
  })

  test.each(SCHEMES)('contrast holds in %s for 5,832 colours', (scheme) => {
    const ground = GROUNDS[scheme]
    const least = { on: 99, hover: 99, text: 99, quiet: 99, focus: 99, edge: 99 }
    const lower = (name: keyof typeof least, ...ratios: number[]) => (least[name] = Math.min(least[name], ...ratios))
    for (const red of every(15)) {
      for (const green of every(15)) {
        for (const blue of every(15)) {
          const brand = deriveBrand(`#${red}${green}${blue}`, scheme)
          const tints = [brand.tint, brand.tintHover]
          const surfaces = [ground.canvas, ground.surface, ground.raised, ground.overlay, ground.hover, ground.sunken, ...tints]
          lower('on', contrast(brand.on, brand.fill))
          lower('hover', contrast(brand.on, brand.hover))
          lower('text', ...surfaces.map((surface) => contrast(brand.text, surface)))
          lower('quiet', ...tints.map((tint) => contrast(ground.text3, tint)))
          lower('focus', ...[ground.surface, ground.canvas, ground.overlay].map((surface) => contrast(brand.focus, surface)))
          lower('edge', contrast(brand.edge, ground.surface))
        }
      }
    }
    expect(least.on).toBeGreaterThanOrEqual(4.5)
    expect(least.hover).toBeGreaterThanOrEqual(4.5)
    expect(least.text).toBeGreaterThanOrEqual(4.5)
    expect(least.quiet).toBeGreaterThanOrEqual(4.5)
    expect(least.focus).toBeGreaterThanOrEqual(3)
    expect(least.edge).toBeGreaterThanOrEqual(3)
  }, 60_000)
})
