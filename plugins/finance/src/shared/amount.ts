import { Decimal, Type } from '@innoerp/sdk/contract'

/** An amount of money that is not negative: up to 15 digits before and 4 after the point. */
export const Amount = Type.String({ ...Decimal, pattern: '^\\d{1,15}(\\.\\d{1,4})?$' })

/** Currencies whose minor unit is no hundredth (ISO 4217, list one). */
const MINOR_UNITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}
const DIGITS = new Map(Object.entries(MINOR_UNITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])))

/** Digits after the point that an amount of a currency may have (ISO 4217): 2 for EUR, 0 for JPY, 3 for TND. */
export const minorUnits = (currency: string): number => DIGITS.get(currency) ?? 2

/** Digits after the point that sums keep; no currency has more. */
const SCALE = 4
const UNIT = 10n ** BigInt(SCALE)

function toUnits(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const units = BigInt(whole) * UNIT + BigInt(fraction.padEnd(SCALE, '0').slice(0, SCALE))
  return amount.startsWith('-') ? -units : units
}

function toText(units: bigint): string {
  const [sign, size] = units < 0n ? ['-', -units] : ['', units]
  const fraction = (size % UNIT).toString().padStart(SCALE, '0').replace(/0+$/, '')
  return `${sign}${size / UNIT}${fraction && `.${fraction}`}`
}

/** Adds amounts to the last digit; what is absent counts as nothing. */
export const sumOf = (amounts: readonly (string | null | undefined)[]): string =>
  toText(amounts.reduce((sum, amount) => (amount ? sum + toUnits(amount) : sum), 0n))

/** `a` less `b`, to the last digit. */
export const difference = (a: string, b: string): string => toText(toUnits(a) - toUnits(b))

/** True for `0`, `0.00` and so on. */
export const isZero = (amount: string): boolean => toUnits(amount) === 0n

/** Whether an amount needs no more digits after the point than this. */
export const fits = (amount: string, digits: number): boolean => toUnits(amount) % 10n ** BigInt(SCALE - digits) === 0n

/** The amount with exactly this many digits after the point: `12.5` → `12.50`. Give only what {@link fits}. */
export function fixed(amount: string, digits: number): string {
  const [whole = '0', fraction = ''] = toText(toUnits(amount)).split('.')
  return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, '0')}`
}
