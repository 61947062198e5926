import { deriveBrand, type BrandScheme } from '@innoerp/sdk/contract'
import { allowedTokens } from './custom-css.js'

/** The part of branding that colours pages. */
export interface BrandStyle {
  primary_color: string
  secondary_color: string
  accent_color: string
  font_family: string
  heading_font: string
  custom_css: string
}
const DEFAULTS: BrandStyle = { primary_color: '#1976d2', secondary_color: '#dc004e', accent_color: '#00a86b', font_family: 'Inter', heading_font: 'Inter', custom_css: '' }
const kept = new Map<string, string>()
const MAX_KEPT = 2_000

/**
 * The style sheet of an organization's pages (UI.md §2): the raw colours and fonts, and the tokens derived from them, for both schemes.
 * Empty for one that looks as the product does.
 */
export function brandStyle(brand: BrandStyle): string {
  if (Object.entries(DEFAULTS).every(([name, value]) => brand[name as keyof BrandStyle] === value)) return ''
  const key = JSON.stringify(brand)
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= MAX_KEPT) kept.clear()
  const text = write(brand)
  kept.set(key, text)
  return text
}

function write({ primary_color, secondary_color, accent_color, font_family, heading_font, custom_css }: BrandStyle): string {
  const raw = [['--color-primary', primary_color], ['--color-secondary', secondary_color], ['--color-accent', accent_color], ['--font-family', `"${font_family}"`], ['--font-heading', `"${heading_font}"`]]
  const tokens = (scheme: BrandScheme): string[][] => [
    ...derived('brand', primary_color, scheme),
    ...derived('secondary', secondary_color, scheme),
    ...derived('accent', accent_color, scheme),
  ]
  const rule = (selector: string, pairs: readonly (readonly string[])[]): string => (pairs.length === 0 ? '' : `${selector}{${pairs.map(([name = '', value = '']) => `${name}:${value}`).join(';')}}`)
  return rule(':root', raw) + rule(':root', tokens('light')) + rule(':root[data-scheme="dark"]', tokens('dark')) + rule(':root:root', allowedTokens(custom_css))
}

const derived = (name: string, hex: string, scheme: BrandScheme): string[][] =>
  Object.entries(deriveBrand(hex, scheme)).map(([part, value]) => [`--io-${name}-${part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value])
