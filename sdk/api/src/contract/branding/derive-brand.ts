import { contrast, fromLch, mix, reach, toLch } from './color.js'

export type BrandScheme = 'light' | 'dark'

/** What the interface uses of one brand colour; every value is `#rrggbb`. */
export interface BrandColors {
  /** Primary button, logo tile, checked box. */
  fill: string
  /** Text on `fill` and `hover`: at least 4.5. */
  on: string
  hover: string
  /** Links, the current page: at least 4.5 on every surface and on both tints. */
  text: string
  /** Selected rows. */
  tint: string
  tintHover: string
  /** Focus ring: at least 3.0. */
  focus: string
  /** Tab line, meters, switches: at least 3.0. */
  edge: string
}

interface Ground {
  canvas: string
  surface: string
  raised: string
  overlay: string
  sunken: string
  hover: string
  text3: string
  /** Dots and meters of the six tones. */
  marks: readonly string[]
}

/** The neutral tokens that a brand must stand off from. A test holds them equal to `tokens.css`. */
export const GROUNDS: Readonly<Record<BrandScheme, Ground>> = {
  light: {
    canvas: '#f6f7f9',
    surface: '#ffffff',
    raised: '#ffffff',
    overlay: '#ffffff',
    sunken: '#f0f2f5',
    hover: '#f1f3f6',
    text3: '#5c6472',
    marks: ['#5c6472', '#1a64b7', '#6b40ba', '#107a4b', '#a85a00', '#c4281f'],
  },
  dark: {
    canvas: '#0e1115',
    surface: '#15191f',
    raised: '#1b2027',
    overlay: '#20262e',
    sunken: '#0b0d11',
    hover: '#1d222a',
    text3: '#959eac',
    marks: ['#8a93a1', '#4f97ea', '#9a74e8', '#2fae74', '#d98a1f', '#ef5f55'],
  },
}

const WHITE = '#ffffff'
const BLACK = '#000000'
const TEXT = 4.5
const GRAPHIC = 3
/** White text is kept when a small darkening is enough; a lighter brand gets black text. */
const ALMOST_TEXT = 2.8
/** A fill below this is lost on a dark surface, and is lifted to the second. */
const LOST = 2
const SEEN = 2.2
const LIFTED_LIGHTNESS = 0.42

function fillOf(brand: string): { fill: string; on: string } {
  const onWhite = contrast(brand, WHITE)
  if (onWhite >= TEXT) return { fill: brand, on: WHITE }
  if (onWhite >= ALMOST_TEXT) return { fill: reach(brand, { against: [WHITE], ratio: TEXT, towards: 'dark' }), on: WHITE }
  return { fill: brand, on: BLACK }
}

function liftedFill(brand: string, surface: string): { fill: string; on: string } {
  const plain = fillOf(brand)
  if (contrast(plain.fill, surface) >= LOST) return plain
  const [, chroma, hue] = toLch(plain.fill)
  const start = fromLch([Math.max(LIFTED_LIGHTNESS, toLch(brand)[0]), chroma, hue])
  const fill = reach(start, { against: [surface], ratio: SEEN, towards: 'light' })
  if (contrast(fill, WHITE) >= TEXT) return { fill, on: WHITE }
  return { fill: reach(fill, { against: [BLACK], ratio: TEXT, towards: 'light' }), on: BLACK }
}

const TINTS: Record<BrandScheme, { share: number; more: number }> = {
  light: { share: 0.09, more: 0.05 },
  dark: { share: 0.2, more: 0.06 },
}
const LEAST_TINT = 0.02
const TINT_STEP = 0.005

/** As strong as quiet text and marks on it allow. */
function tintsOf(fill: string, { ground, scheme }: { ground: Ground; scheme: BrandScheme }): { tint: string; tintHover: string } {
  const { more } = TINTS[scheme]
  const readable = (tint: string) => contrast(ground.text3, tint) >= TEXT && ground.marks.every((mark) => contrast(mark, tint) >= GRAPHIC)
  let { share } = TINTS[scheme]
  while (share > LEAST_TINT && !readable(mix(ground.surface, fill, share + more))) share -= TINT_STEP
  return { tint: mix(ground.surface, fill, share), tintHover: mix(ground.surface, fill, share + more) }
}

/**
 * Makes the interface's colours of one colour that an organization chose, so that contrast holds whatever it chose
 * (WCAG 2.2: 1.4.3 and 1.4.11).
 * @param brand `#rrggbb`
 */
export function deriveBrand(brand: string, scheme: BrandScheme): BrandColors {
  const ground = GROUNDS[scheme]
  const towards = scheme === 'light' ? 'dark' : 'light'
  const { fill, on } = scheme === 'light' ? fillOf(brand) : liftedFill(brand, ground.surface)
  const hover = mix(fill, on === WHITE ? BLACK : WHITE, 0.1)
  const { tint, tintHover } = tintsOf(fill, { ground, scheme })
  const { canvas, surface, raised, overlay, sunken } = ground
  return {
    fill,
    on,
    hover: contrast(hover, on) >= TEXT ? hover : fill,
    tint,
    tintHover,
    text: reach(brand, { against: [canvas, surface, raised, overlay, ground.hover, sunken, tint, tintHover], ratio: TEXT, towards }),
    focus: reach(brand, { against: [canvas, surface, overlay], ratio: GRAPHIC, towards }),
    edge: contrast(fill, surface) >= GRAPHIC ? fill : reach(fill, { against: [surface, canvas], ratio: GRAPHIC, towards }),
  }
}
