/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Writes JSON so that equal values give equal text: no white space, keys sorted by UTF-16 code units (as RFC 8785 §3.2.3).
 * Strings and numbers are written as ECMAScript writes them.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`).join(',')}}`
}
