interface Separators {
  group: string
  decimal: string
}

const known = new Map<string, Separators>()

function separatorsOf(locale: string): Separators {
  const cached = known.get(locale)
  if (cached) return cached
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1_234_567.5)
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const made = { group: find('group'), decimal: find('decimal') || '.' }
  known.set(locale, made)
  return made
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Signs that people type in place of the exact one: any space, any apostrophe, any minus. */
const tidy = (text: string) => text.replace(/\s/g, ' ').replace(/[’ʼ]/g, "'").replace(/[−–]/g, '-')

/**
 * Reads a number as people of the locale write it: "1.234,50" → "1234.50". Groups must be groups of three, so that a point meant
 * as the other sign is refused, not read as a number a thousand times as large. Undefined when it is no number.
 */
export function parseDecimal(text: string, locale: string): string | undefined {
  const { decimal, group: exact } = separatorsOf(locale)
  const group = tidy(exact)
  const whole = group ? `\\d{1,3}(?:${escape(group)}\\d{3})+|\\d+` : '\\d+'
  const match = new RegExp(`^(-?)(${whole})(?:${escape(decimal)}(\\d+))?$`).exec(tidy(text.trim()))
  if (!match) return undefined
  const [, sign = '', integer = '', fraction] = match
  const digits = integer.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A number as the locale's people type it, without groups: "1234.5" → "1234,5". */
export const decimalText = (value: string | number, locale: string): string => String(value).replace('.', separatorsOf(locale).decimal)
