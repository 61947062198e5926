/** sRGB as three shares 0–1. */
type Rgb = readonly [number, number, number]
/** Lightness 0–1, chroma, hue in radians (OKLCH). */
export type Lch = readonly [number, number, number]

const clamp = (share: number) => Math.min(1, Math.max(0, share))
const toLinear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
const toGamma = (share: number) => (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055)

const channels = (hex: string): Rgb => [channel(hex, 1), channel(hex, 3), channel(hex, 5)]
const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
const toHex = (rgb: Rgb) => `#${rgb.map((share) => Math.round(clamp(share) * 255).toString(16).padStart(2, '0')).join('')}`
const linear = (hex: string): Rgb => {
  const [red, green, blue] = channels(hex)
  return [toLinear(red), toLinear(green), toLinear(blue)]
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const first = luminance(one)
  const second = luminance(other)
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** `share` of `over` laid on `base`. */
export function mix(base: string, over: string, share: number): string {
  const under = channels(base)
  const upper = channels(over)
  const blend = (index: 0 | 1 | 2) => under[index] * (1 - share) + upper[index] * share
  return toHex([blend(0), blend(1), blend(2)])
}

/** The matrices of Björn Ottosson's OKLab. */
export function toLch(hex: string): Lch {
  const [red, green, blue] = linear(hex)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)]
}

function lchToLinear([lightness, chroma, hue]: Lch): Rgb {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const displayable = (rgb: Rgb) => rgb.every((share) => share >= -1e-4 && share <= 1.0001)
const HALVINGS = 18

/** The nearest colour that a screen shows: lightness and hue stay, chroma gives way. */
export function fromLch([lightness, chroma, hue]: Lch): string {
  let shown = lchToLinear([lightness, chroma, hue])
  if (!displayable(shown)) {
    let low = 0
    let high = chroma
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2
      if (displayable(lchToLinear([lightness, middle, hue]))) low = middle
      else high = middle
    }
    shown = lchToLinear([lightness, low, hue])
  }
  const [red, green, blue] = shown
  return toHex([toGamma(clamp(red)), toGamma(clamp(green)), toGamma(clamp(blue))])
}

/** Moves the lightness of `hex` in steps of 1 % until it stands off every background by `ratio`; white or black when nothing else does. */
export function reach(hex: string, goal: { against: readonly string[]; ratio: number; towards: 'light' | 'dark' }): string {
  const step = goal.towards === 'light' ? 0.01 : -0.01
  const [start, chroma, hue] = toLch(hex)
  let shown = hex
  for (let lightness = start; ; ) {
    if (goal.against.every((background) => contrast(shown, background) >= goal.ratio)) return shown
    lightness += step
    if (lightness > 1 || lightness < 0) return goal.towards === 'light' ? '#ffffff' : '#000000'
    shown = fromLch([lightness, chroma, hue])
  }
}
