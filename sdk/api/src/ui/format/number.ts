import { NOTHING, cached, type FormatSettings } from './settings.js'

/** A number or an exact decimal as text; text keeps every digit. Null and absent are shown as "–". */
export type Figure = number | string | bigint | null | undefined

const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  cached(`n ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

const isNothing = (value: Figure): value is null | undefined | '' => value === null || value === undefined || value === ''

/** Formats any figure; the minus is U+2212 whatever the locale's data says. */
function write(value: Figure, locale: string, options: Intl.NumberFormatOptions): string {
  if (isNothing(value)) return NOTHING
  return numberFormat(locale, options)
    .format(value as number | Intl.StringNumericLiteral)
    .replace('-', '−')
}

const fixed = (digits: number | undefined): Intl.NumberFormatOptions =>
  digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }

export interface NumberOptions {
  /** Digits after the point; by default as many as the value has, at most 3. */
  digits?: number
  /** "+" before positive values. */
  sign?: boolean
}

export const formatNumber = (settings: FormatSettings, value: Figure, { digits, sign = false }: NumberOptions = {}): string =>
  write(value, settings.locale, { ...fixed(digits), ...(sign && { signDisplay: 'exceptZero' }) })

export interface MoneyOptions extends NumberOptions {
  /** ISO 4217; the organization's by default. */
  currency?: string | undefined
  /** `plain`: without the currency, for statements whose head names it. `compact`: 1.84M, for tiles and axes only. */
  style?: 'full' | 'plain' | 'compact'
}

/** Digits after the point of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for TND. */
export const currencyDigits = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

export function formatMoney(settings: FormatSettings, value: Figure, options: MoneyOptions = {}): string {
  const { currency = settings.currency, digits, sign = false, style = 'full' } = options
  const shown: Intl.NumberFormatOptions = {
    ...(sign && { signDisplay: 'exceptZero' }),
    ...(style === 'compact' ? { notation: 'compact', maximumSignificantDigits: 3 } : fixed(digits)),
  }
  if (style === 'plain') return write(value, settings.locale, { ...fixed(digits ?? currencyDigits(currency)), ...shown })
  return write(value, settings.locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...shown })
}

/** `value` 0.066 → "6.6%". */
export const formatPercent = (settings: FormatSettings, value: Figure, { digits, sign = false }: NumberOptions = {}): string =>
  write(value, settings.locale, {
    style: 'percent',
    ...(digits === undefined ? { maximumFractionDigits: 1 } : fixed(digits)),
    ...(sign && { signDisplay: 'exceptZero' }),
  })

/** Hours as "41.5 h". */
export const formatHours = (settings: FormatSettings, hours: Figure): string =>
  write(hours, settings.locale, { style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 2 })

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes as "84 kB", "212.4 GB" (steps of 1,000). */
export function formatSize(settings: FormatSettings, bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return NOTHING
  const step = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3))
  return write(bytes / 1000 ** step, settings.locale, {
    style: 'unit',
    unit: SIZES[step] as string,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  })
}
