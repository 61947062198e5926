/** An exact amount of one currency. */
export interface Sum {
  currency: string
  amount: string
}

/** Digits after the point that an amount may have. */
const SCALE = 4
const UNIT = 10n ** BigInt(SCALE)

function units(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole) * UNIT + BigInt(fraction.padEnd(SCALE, '0').slice(0, SCALE))
}

function decimal(value: bigint): string {
  const fraction = (value % UNIT).toString().padStart(SCALE, '0').replace(/0+$/, '')
  return fraction ? `${value / UNIT}.${fraction}` : String(value / UNIT)
}

/** Adds amounts to the last digit, each currency for itself; in the order in which the currencies come. Amounts are not negative. */
export function sumByCurrency(items: readonly { amount?: string | null; currency?: string }[]): Sum[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of items) {
    if (amount && currency) sums.set(currency, (sums.get(currency) ?? 0n) + units(amount))
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: decimal(sum) }))
}

/** The sum in `currency` first, the others by their code. */
export const ownFirst = (sums: readonly Sum[], currency: string): Sum[] =>
  sums.toSorted((a, b) => Number(b.currency === currency) - Number(a.currency === currency) || (a.currency < b.currency ? -1 : 1))
